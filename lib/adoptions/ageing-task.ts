import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { ageAdoptions } from './commands/age-adoptions.ts'

/** Milliseconds before the first look, so that a service that starts answers first, and between two. */
const FIRST = 60_000
const DAY = 86_400_000

export interface RunningAgeing {
  /** Ends after the step in hand. */
  stop(): Promise<void>
}

/** Ages adoptions once a day while the server runs, in steps of a few milliseconds. */
export function startAgeing(options: {
  db: Db
  siteUrl: string
  secret: string
  log(sentence: string): void
}): RunningAgeing {
  const { db, siteUrl, secret, log } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const wait = (time: number) =>
    sleep(time, undefined, { signal, ref: false }).catch(() => undefined)

  async function run(): Promise<void> {
    await wait(FIRST)
    while (!signal.aborted) {
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
      await wait(DAY)
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
