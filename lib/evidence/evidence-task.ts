import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { refreshDueEvidence } from './commands/refresh-evidence.ts'

/** Milliseconds between two looks when nothing is due: what changes for many shows within seconds. */
const LOOK = 2_000
/** Milliseconds that requests have to themselves between two transactions. */
const PAUSE = 20
/** Organisations a transaction: a few milliseconds each at most, on the thread that answers. */
const AT_ONCE = 5

export interface RunningEvidence {
  /** Ends after the transaction in hand. */
  stop(): Promise<void>
}

/**
 * Computes the evidence that is due while the server runs, in steps so small that no request waits.
 * @param options.db a connection of its own.
 */
export function startEvidence(options: { db: Db; log(sentence: string): void }): RunningEvidence {
  const { db, log } = options
  // Another process that writes for long is not waited for on the thread that answers.
  db.$client.pragma('busy_timeout = 0')
  const stopping = new AbortController()
  const { signal } = stopping
  const wait = (time: number) =>
    sleep(time, undefined, { signal, ref: false }).catch(() => undefined)

  async function run(): Promise<void> {
    let failing = ''
    while (!signal.aborted) {
      let done = 0
      try {
        done = refreshDueEvidence(db, new Date(), AT_ONCE)
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
      await running
    },
  }
}
