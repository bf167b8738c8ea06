import { eq } from 'drizzle-orm'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'

/** A wish on a software is news for whoever publishes it. */
export function tellPublisher(
  tx: Tx,
  context: Context,
  kind: 'need-asked' | 'need-joined',
  { softwareId, id, title }: { softwareId: number | null; id: number; title: string },
  organisation: { key: string; name: string },
): void {
  if (softwareId === null) return
  const row = tx
    .select({ publisherId: software.publisherId })
    .from(software)
    .where(eq(software.id, softwareId))
    .get()
  if (!row) return
  recordPublisherEvent(tx, context, {
    publisherId: row.publisherId,
    softwareId,
    kind,
    detail: {
      need: id,
      title,
      organisation: { key: organisation.key, name: organisation.name },
    },
  })
}
