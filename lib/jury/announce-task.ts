import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import type { Context } from '#lib/context.ts'
import { announceDue } from './commands/announce.ts'
import { keepJury } from './commands/keep-jury.ts'

/** Milliseconds between two looks at the calendar: how late an announcement may be. */
const PAUSE = 5_000

export interface RunningAnnouncements {
  /** Ends after the transaction in hand. */
  stop(): Promise<void>
}

/** Announces and publishes results at the dates of their edition while the server runs. */
export function startAnnouncements(options: {
  db: Db
  siteUrl: string
  log(sentence: string): void
}): RunningAnnouncements {
  const { db, siteUrl, log } = options
  const stopping = new AbortController()
  const { signal } = stopping

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await sleep(PAUSE, undefined, { signal, ref: false }).catch(() => undefined)
      if (signal.aborted) return
      try {
        const context: Context = {
          db,
          actor: { kind: 'system', name: 'announcements' },
          now: new Date(),
        }
        const { closed } = keepJury(context)
        const { announced, published } = announceDue(context, { siteUrl })
        if (closed + announced + published > 0)
          log(`label: ${closed} conflicts, ${announced} announced, ${published} published`)
      } catch (error) {
        // Nothing was written; the next look tries again.
        log(`label: not announced (${error instanceof Error ? error.message : String(error)})`)
      }
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
