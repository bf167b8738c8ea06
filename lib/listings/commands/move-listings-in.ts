import { and, eq } from 'drizzle-orm'
import { claim, listing } from '#db/schema/listings.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { withdrawCase } from '#lib/moderation/withdraw-case.ts'

/**
 * Gives what was listed and claimed of one entry to another, in the transaction that merges the two. Of
 * somebody who claimed both, the claim of the entry that remains stays; a claim that held for another
 * publisher says nothing of this one, and ends.
 */
export function moveListingsIn(tx: Tx, fromId: number, intoId: number): void {
  tx.update(listing).set({ softwareId: intoId }).where(eq(listing.softwareId, fromId)).run()
  const publisherOf = (id: number) =>
    tx.select({ id: software.publisherId }).from(software).where(eq(software.id, id)).get()?.id
  const same = publisherOf(fromId) === publisherOf(intoId)
  for (const row of tx.select().from(claim).where(eq(claim.softwareId, fromId)).all()) {
    const both = tx
      .select({ id: claim.id })
      .from(claim)
      .where(and(eq(claim.userId, row.userId), eq(claim.softwareId, intoId)))
      .get()
    const held = row.state === 'proved' || row.state === 'granted'
    if (both) {
      withdrawCase(tx, 'claim', row.id)
      tx.delete(claim).where(eq(claim.id, row.id)).run()
    } else {
      tx.update(claim)
        .set({ softwareId: intoId, ...(held && !same ? { state: 'dropped' as const } : {}) })
        .where(eq(claim.id, row.id))
        .run()
    }
  }
}
