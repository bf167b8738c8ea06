import { eq } from 'drizzle-orm'
import { contactRequest, publisherEvent } from '#db/schema/publishers.ts'
import type { Tx } from '#db/transaction.ts'

/**
 * Gives the events and requests for contact of one entry to another, in the transaction that merges them.
 * They stay with the publisher that they were of.
 */
export function movePublisherTraces(tx: Tx, fromId: number, softwareId: number): void {
  for (const table of [publisherEvent, contactRequest] as const) {
    tx.update(table).set({ softwareId }).where(eq(table.softwareId, fromId)).run()
  }
}
