import type { Db } from '#db/client.ts'
import type { Context } from '#lib/context.ts'
import { type RunningTask, repeatTask } from '#lib/repeated-task.ts'
import { announceDue } from './commands/announce.ts'
import { keepJury } from './commands/keep-jury.ts'

/** Milliseconds between two looks at the calendar: how late an announcement may be. */
const PAUSE = 5_000

/** Announces and publishes results at the dates of their edition while the server runs. */
export function startAnnouncements(options: {
  db: Db
  siteUrl: string
  log(sentence: string): void
}): RunningTask {
  const { db, siteUrl, log } = options
  return repeatTask({
    first: PAUSE,
    async step() {
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
      return PAUSE
    },
  })
}
