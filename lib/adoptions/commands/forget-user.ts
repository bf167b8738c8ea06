import { and, eq, or } from 'drizzle-orm'
import { adoptionDetail } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'

/**
 * Takes someone out of what they declared, in the transaction that deletes their account: the uses stay,
 * with the word of their organisation. What they typed for all to read so as to be reached goes; the
 * history never held it, and who did what goes with the row of the user.
 */
export function forgetUser(tx: Tx, userId: string): void {
  tx.update(adoptionDetail)
    .set({ contactWish: 'none', contactPublic: '' })
    .where(
      and(
        eq(adoptionDetail.contactWish, 'public'),
        or(eq(adoptionDetail.contactUserId, userId), eq(adoptionDetail.declaredBy, userId)),
      ),
    )
    .run()
}
