import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { refreshDueEvidence } from './commands/refresh-evidence.ts'

const WORKER = path.join(import.meta.dirname, '../cli/evidence-worker.ts')
/** Milliseconds between two looks when nothing is due: what changes for many shows within seconds. */
const LOOK = 2_000
/** Milliseconds that requests have to themselves between two transactions. */
const PAUSE = 20
/** Organisations a transaction: a few milliseconds each at most, on the thread that answers. */
const AT_ONCE = 5
/** From so many on, a process of its own computes them. */
const MANY = 200

export interface RunningEvidence {
  /** Ends after the transaction in hand. */
  stop(): Promise<void>
}

/**
 * Computes the evidence that is due while the server runs: a few organisations in steps so small that no
 * request waits, many in a process of their own.
 * @param options.db a connection of its own. @param options.worker for tests.
 */
export function startEvidence(options: {
  db: Db
  log(sentence: string): void
  worker?: string
  env?: NodeJS.ProcessEnv
}): RunningEvidence {
  const { db, log, worker = WORKER, env = process.env } = options
  // Another process that writes for long is not waited for on the thread that answers.
  db.$client.pragma('busy_timeout = 0')
  const stopping = new AbortController()
  const { signal } = stopping
  let child: ChildProcess | undefined
  const wait = (time: number) =>
    sleep(time, undefined, { signal, ref: false }).catch(() => undefined)

  /** @returns how many were done. */
  async function step(): Promise<number> {
    const { due } = db.get<{ due: number }>(
      sql`SELECT count(*) AS due FROM (SELECT 1 FROM evidence_due LIMIT ${MANY})`,
    )
    if (due < MANY) return refreshDueEvidence(db, new Date(), AT_ONCE)
    const code = await new Promise<number | null>((resolve) => {
      child = fork(worker, [], {
        execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256'],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env,
      })
      child.on('exit', resolve)
      child.on('error', () => resolve(1))
    })
    child = undefined
    if (code !== 0 && !signal.aborted) throw new Error(`its process ended with ${code}`)
    return due
  }

  async function run(): Promise<void> {
    let failing = ''
    while (!signal.aborted) {
      let done = 0
      try {
        done = await step()
        failing = ''
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error)
        const busy = (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false
        // Said once: it is tried again in a moment, and nothing is lost meanwhile.
        if (!busy && what !== failing) log(`label: evidence not computed (${what})`)
        if (!busy) failing = what
      }
      await wait(done > 0 ? PAUSE : LOOK)
    }
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
