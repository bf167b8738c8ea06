import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { recordSoftwareEvent } from '#lib/publishers/record-event.ts'

/** A wish on a software is news for whoever publishes it. */
export function tellPublisher(
  tx: Tx,
  context: Context,
  kind: 'need-asked' | 'need-joined',
  { softwareId, id, title }: { softwareId: number | null; id: number; title: string },
  { key, name }: { key: string; name: string },
): void {
  if (softwareId === null) return
  recordSoftwareEvent(tx, context, {
    softwareId,
    kind,
    detail: { need: id, title, organisation: { key, name } },
  })
}
