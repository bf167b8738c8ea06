import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { membership, user } from '#db/schema/accounts.ts'
import type { Tx } from '#db/transaction.ts'
import { membersToWriteTo } from '#lib/accounts/members.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'

export interface RelayReader {
  userId: string
  email: string
  locale: 'fr' | 'en'
}

/**
 * Who receives what is relayed about a use: whoever said so, as long as they belong to the organisation;
 * then its managers; then any of its members.
 */
export function relayReaders(
  db: Db | Tx,
  organisationId: number,
  contactUserId: string | null,
): RelayReader[] {
  const members = db
    .select({ userId: user.id, email: user.email, role: membership.role })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId)))
    .all()
  const contact = members.find((member) => member.userId === contactUserId)
  if (contact) {
    const { userId, email } = contact
    return [{ userId, email, locale: localeOfUser(db, userId) }]
  }
  const managers = new Set(
    members.filter(({ role }) => role === 'manager').map(({ userId }) => userId),
  )
  const all = membersToWriteTo(db, organisationId)
  return managers.size > 0 ? all.filter(({ userId }) => managers.has(userId)) : all
}
