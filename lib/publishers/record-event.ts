import { publisherEvent } from '#db/schema/publishers.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'

export type PublisherEventKind = (typeof publisherEvent.$inferInsert)['kind']

/**
 * Writes down what happened to a publisher's software, in the transaction that made it happen: its feed
 * shows it, its webhooks deliver it. `detail` is public, and must name no person.
 */
export function recordPublisherEvent(
  tx: Tx,
  context: Pick<Context, 'now'>,
  event: {
    publisherId: number
    softwareId: number | null
    kind: PublisherEventKind
    detail: Record<string, unknown>
  },
): void {
  tx.insert(publisherEvent)
    .values({ ...event, at: context.now.toISOString() })
    .run()
}
