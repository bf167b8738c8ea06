import { eq } from 'drizzle-orm'
import { claim, listing } from '#db/schema/listings.ts'
import type { Tx } from '#db/transaction.ts'
import { withdrawCase } from '#lib/moderation/withdraw-case.ts'

/**
 * Takes what someone listed and claimed out of the moderators' queue, in the transaction that deletes
 * their account: the rows go with it. Entries that came of it stay.
 */
export function forgetListings(tx: Tx, userId: string): void {
  for (const { id } of tx
    .select({ id: listing.id })
    .from(listing)
    .where(eq(listing.userId, userId))
    .all()) {
    withdrawCase(tx, 'listing', id)
  }
  for (const { id } of tx
    .select({ id: claim.id })
    .from(claim)
    .where(eq(claim.userId, userId))
    .all()) {
    withdrawCase(tx, 'claim', id)
  }
}
