import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { publisherEvent, webhook, webhookDelivery } from '#db/schema/publishers.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { PublisherEventKind } from './rules/event-kinds.ts'

interface PublisherEvent {
  publisherId: number
  softwareId: number | null
  kind: PublisherEventKind
  detail: Record<string, unknown>
}

/**
 * Writes down what happened to a publisher's software, in the transaction that made it happen: its feed
 * shows it, its webhooks deliver it. `detail` is public, and must name no person.
 */
export function recordPublisherEvent(
  tx: Tx,
  context: Pick<Context, 'now'>,
  event: PublisherEvent,
): void {
  const at = context.now.toISOString()
  const { id } = tx
    .insert(publisherEvent)
    .values({ ...event, at })
    .returning({ id: publisherEvent.id })
    .get()
  for (const hook of webhooksOf(tx, event)) {
    tx.insert(webhookDelivery)
      .values({ webhookId: hook.id, eventId: id, uuid: randomUUID(), createdAt: at, notBefore: at })
      .run()
  }
}

/** The same for a software, whoever its publisher is today. */
export function recordSoftwareEvent(
  tx: Tx,
  context: Pick<Context, 'now'>,
  event: Omit<PublisherEvent, 'publisherId'> & { softwareId: number },
): void {
  const row = tx
    .select({ publisherId: software.publisherId })
    .from(software)
    .where(eq(software.id, event.softwareId))
    .get()
  if (row) recordPublisherEvent(tx, context, { ...event, ...row })
}

/**
 * One event a software for what a list or a load brought, however many lines it had: a feed of forty
 * thousand entries would tell nobody anything.
 * @param counts how many uses, by id of the software; a software with none is passed over.
 */
export function recordUsesOf(
  tx: Tx,
  context: Pick<Context, 'now'>,
  counts: ReadonlyMap<number, number>,
): void {
  const ids = [...counts].filter(([, count]) => count > 0).map(([id]) => id)
  const rows = tx
    .select({ softwareId: software.id, publisherId: software.publisherId })
    .from(software)
    .where(sql`${software.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .all()
  for (const row of rows) {
    const detail = { count: counts.get(row.softwareId) ?? 0 }
    recordPublisherEvent(tx, context, { ...row, kind: 'adoption-reported', detail })
  }
}

/** The webhooks that an event goes to: those that are on and asked for its kind. */
function webhooksOf(tx: Tx, event: PublisherEvent): Array<{ id: number }> {
  return tx
    .select({ id: webhook.id, events: webhook.events })
    .from(webhook)
    .where(and(eq(webhook.publisherId, event.publisherId), eq(webhook.active, true)))
    .all()
    .filter(({ events }) => events.includes(event.kind))
}
