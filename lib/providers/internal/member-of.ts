import { and, eq } from 'drizzle-orm'
import { providerMember } from '#db/schema/providers.ts'
import type { Tx } from '#db/transaction.ts'

/** Someone's own membership of a provider; undefined when they have none. */
export const memberOf = (tx: Tx, userId: string, providerId: number) =>
  tx
    .select()
    .from(providerMember)
    .where(and(eq(providerMember.userId, userId), eq(providerMember.providerId, providerId)))
    .get()
