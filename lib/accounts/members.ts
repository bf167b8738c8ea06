import { asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { membership, user, userSetting } from '#db/schema/accounts.ts'
import type { Tx } from '#db/transaction.ts'

/**
 * Whom to write to when an organisation is to be asked something: its members, each in their language.
 * For mails alone: it asks no right, and addresses are shown to nobody.
 */
export function membersToWriteTo(
  db: Db | Tx,
  organisationId: number,
): Array<{ userId: string; email: string; locale: 'fr' | 'en' }> {
  return db
    .select({ userId: user.id, email: user.email, locale: userSetting.locale })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .leftJoin(userSetting, eq(userSetting.userId, user.id))
    .where(eq(membership.organisationId, organisationId))
    .orderBy(asc(membership.createdAt), asc(user.id))
    .all()
    .map((row) => ({ ...row, locale: row.locale ?? 'fr' }))
}
