import type { Db } from '#db/client.ts'
import { type RunningTask, repeatTask } from '#lib/repeated-task.ts'
import { type DeliverySettings, deliverWebhooks } from './deliver.ts'

/** Milliseconds before the first look, and between two. */
const FIRST = 2_000
const PACE = 1_000
/** After a fault of ours, which another second would not mend. */
const LATER = 30_000

/** Delivers what waits for webhooks as long as the service runs. */
export function startDeliveries(
  options: { db: Db; log(sentence: string): void } & DeliverySettings,
): RunningTask {
  const { db, log, ...settings } = options
  const actor = { kind: 'system', name: 'webhooks' } as const
  let said = ''
  return repeatTask({
    first: FIRST,
    async step(signal) {
      try {
        await deliverWebhooks({ db, actor }, settings, undefined, signal)
        said = ''
        return PACE
      } catch (error) {
        // The database is held by a long write, say: deliveries wait, and the service goes on.
        const sentence = error instanceof Error ? error.message : 'unknown'
        if (sentence !== said) log(`webhooks: put off (${sentence})`)
        said = sentence
        return LATER
      }
    },
  })
}
