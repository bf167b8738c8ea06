import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, lt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { importJob } from '#db/schema/adoption-life.ts'
import type { ListFault } from '#lib/importers/schema.ts'
import { forgetProgress, type ImportProgress, noteProgress } from './progress.ts'

const WORKER = path.join(import.meta.dirname, '../../cli/import-worker.ts')
/** Milliseconds between two looks at the queue. */
const PACE = 400
/** Milliseconds that one list may take. */
const TIME_LIMIT = 120_000
/** Megabytes of JavaScript that it may take: 40,000 lines need half. */
const MEMORY = 256
/** How long a list and its lines are kept, in milliseconds: 90 days. */
const KEPT = 90 * 86_400_000

export interface RunningImports {
  /** Ends the process of the list in hand; what it had not written is not. */
  stop(): Promise<void>
}

interface Options {
  db: Db
  log(sentence: string): void
  /** What the process of a list is started with, for tests. */
  worker?: string
  timeLimit?: number
  env?: NodeJS.ProcessEnv
}

/** Reads and applies lists while the service runs, one at a time, each in a process of its own. */
export function startImportRunner(options: Options): RunningImports {
  const { db, log } = options
  const stopping = new AbortController()
  const { signal } = stopping
  let child: ChildProcess | undefined
  putBack(db, new Date())
  async function run(): Promise<void> {
    let swept = 0
    while (!signal.aborted) {
      if (Date.now() - swept > 3_600_000) {
        forgetOldImports(db, new Date())
        swept = Date.now()
      }
      const job = nextJob(db)
      if (!job) {
        await sleep(PACE, undefined, { signal, ref: false }).catch(() => undefined)
        continue
      }
      const end = await work(job.id, options, (started) => {
        child = started
      })
      child = undefined
      forgetProgress(job.id)
      if (!signal.aborted) settle(db, new Date(), job, end, log)
    }
    // What was in hand is not applied: the page says so.
    putBack(db, new Date())
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      child?.kill('SIGKILL')
      await running
    },
  }
}

interface Job {
  id: number
  state: (typeof importJob.$inferSelect)['state']
}

function nextJob(db: Db): Job | undefined {
  return db
    .select({ id: importJob.id, state: importJob.state })
    .from(importJob)
    .where(sql`${importJob.state} IN ('uploaded', 'applying')`)
    .orderBy(importJob.updatedAt, importJob.id)
    .limit(1)
    .get()
}

interface End {
  code: number | null
  killed: boolean
  words: string
}

function work(
  jobId: number,
  { worker = WORKER, timeLimit = TIME_LIMIT, env = process.env }: Options,
  started: (child: ChildProcess) => void,
): Promise<End> {
  return new Promise((resolve) => {
    const child = fork(worker, [String(jobId)], {
      execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${MEMORY}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env,
    })
    started(child)
    let words = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4_000)
    })
    child.on('message', (message) => noteProgress(jobId, { ...(message as ImportProgress) }))
    const late = setTimeout(() => child.kill('SIGKILL'), timeLimit)
    const done = (code: number | null) => {
      clearTimeout(late)
      // Out of memory is an abort, too late a kill: neither is an exit code of ours.
      resolve({ code, killed: code === null || code >= 128, words })
    }
    child.on('exit', done)
    child.on('error', (error) => {
      words += error.message
      done(1)
    })
  })
}

/**
 * A process that ended and left its job where it was: the list is too heavy for it, or we are at fault.
 * A job that has moved on since may be its owner's doing: one that is read can be given over at once.
 */
function settle(db: Db, now: Date, { id, state }: Job, end: End, log: Options['log']): void {
  const applying = state === 'applying'
  const fault: ListFault | 'interrupted' = applying
    ? 'interrupted'
    : end.killed
      ? 'too-heavy'
      : 'unexpected'
  const { changes } = db
    .update(importJob)
    .set({
      ...(applying ? { state: 'ready' as const } : { state: 'refused' as const, content: null }),
      fault,
      updatedAt: now.toISOString(),
    })
    .where(sql`${importJob.id} = ${id} AND ${importJob.state} = ${state}`)
    .run()
  if (changes > 0)
    log(`import ${id}: ended with ${end.code ?? 'a kill'} (${end.words.trim().slice(-1_000)})`)
}

/** Lists that were being applied by a process that is gone: nothing of them was, and their owner says. */
export function putBack(db: Db, now: Date): void {
  db.update(importJob)
    .set({ state: 'ready', fault: 'interrupted', updatedAt: now.toISOString() })
    .where(eq(importJob.state, 'applying'))
    .run()
}

/** Drops lists that were settled, or forgotten, long ago; what they did stays. */
export function forgetOldImports(db: Db, now: Date): void {
  const before = new Date(now.getTime() - KEPT).toISOString()
  db.delete(importJob).where(lt(importJob.updatedAt, before)).run()
}
