import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Db } from '#db/client.ts'
import type { Settings } from '#lib/env.ts'
import { type RunningTask, repeatTask } from '#lib/repeated-task.ts'
import { gitVersion } from './git-version.ts'
import { followEntries, repositoriesToVisit } from './internal/repository-rows.ts'

/** Milliseconds before the first look, so that a service that starts answers first, and between two. */
const FIRST = 120_000
const PACE = 15 * 60_000
const WORKER = path.join(import.meta.dirname, '../cli/harvest-worker.ts')
/** Megabytes of JavaScript that a harvest may take. */
const MEMORY = 160

/**
 * Revisits repositories while the service runs: it looks for those that are due every quarter of an
 * hour, and visits them in a process of its own, so that the pages never wait for a forge.
 */
export function startHarvests(options: {
  db: Db
  settings: Pick<Settings, 'forgeHosts'>
  log(sentence: string): void
  /** For tests. */
  first?: number
  worker?: string
}): RunningTask {
  const { db, settings, log, first = FIRST, worker = WORKER } = options
  let child: ChildProcess | undefined
  const task = repeatTask({
    first,
    async step(signal) {
      try {
        const actor = { kind: 'system', name: 'harvest' } as const
        const context = { db, actor, now: new Date() }
        followEntries(context, settings.forgeHosts)
        const due = repositoriesToVisit(context, {}).length
        if (due === 0) return PACE
        if (gitVersion() === null) {
          log('harvest: git is missing, no repository is read')
          return PACE
        }
        const said = await inItsProcess(worker, (started) => {
          child = started
        })
        if (!signal.aborted) log(`harvest: ${due} due, ${said}`)
      } catch (error) {
        log(`harvest: ${error instanceof Error ? error.message : String(error)}`)
      } finally {
        child = undefined
      }
      return PACE
    },
  })
  return {
    async stop() {
      const stopped = task.stop()
      // What it was writing is whole or not there; what it was reading is read another time.
      child?.kill('SIGKILL')
      await stopped
    },
  }
}

/** @returns what came of it, in a word for the log. */
function inItsProcess(worker: string, started: (child: ChildProcess) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(worker, [], {
      execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${MEMORY}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    started(child)
    let words = ''
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-2_000)
    })
    child.on('message', (message) => {
      said = String(message)
    })
    child.on('error', reject)
    child.on('exit', (code) =>
      resolve(code === 0 ? said : `ended with ${code ?? 'a kill'} (${words.trim()})`),
    )
  })
}
