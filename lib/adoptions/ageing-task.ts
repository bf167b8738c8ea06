import type { Db } from '#db/client.ts'
import { type RunningTask, repeatTask } from '#lib/repeated-task.ts'
import { ageAdoptions } from './commands/age-adoptions.ts'

/** Milliseconds before the first look, so that a service that starts answers first, and between two. */
const FIRST = 60_000
const DAY = 86_400_000

/** Ages adoptions once a day while the server runs, in steps of a few milliseconds. */
export function startAgeing(options: {
  db: Db
  siteUrl: string
  secret: string
  log(sentence: string): void
}): RunningTask {
  const { db, siteUrl, secret, log } = options
  return repeatTask({
    first: FIRST,
    async step(signal) {
      try {
        const context = {
          db,
          actor: { kind: 'system', name: 'ageing' } as const,
          now: new Date(),
        }
        const { aged, asked } = await ageAdoptions(
          context,
          { siteUrl, secret },
          () => signal.aborted,
        )
        if (aged + asked > 0)
          log(`adoptions: ${aged} to be reconfirmed, ${asked} organisations asked`)
      } catch (error) {
        // Tomorrow is soon enough: nothing is lost by waiting.
        log(`adoptions: not aged (${error instanceof Error ? error.message : String(error)})`)
      }
      return DAY
    },
  })
}
