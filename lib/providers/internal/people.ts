import { asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { user, userSetting } from '#db/schema/accounts.ts'
import { providerMember } from '#db/schema/providers.ts'
import type { Tx } from '#db/transaction.ts'
import { membersToWriteTo } from '#lib/accounts/members.ts'
import type { ProviderRow } from './provider-of.ts'

interface Person {
  userId: string
  email: string
  locale: 'fr' | 'en'
}

/**
 * Whom to write to about a provider: its members, and those of the organisation that it is, each once.
 * For mails alone: it asks no right, and addresses are shown to nobody.
 */
export function providerPeople(db: Db | Tx, of: Pick<ProviderRow, 'id' | 'organisationId'>) {
  const own: Person[] = db
    .select({ userId: user.id, email: user.email, locale: userSetting.locale })
    .from(providerMember)
    .innerJoin(user, eq(user.id, providerMember.userId))
    .leftJoin(userSetting, eq(userSetting.userId, user.id))
    .where(eq(providerMember.providerId, of.id))
    .orderBy(asc(providerMember.createdAt), asc(user.id))
    .all()
    .map((row) => ({ ...row, locale: row.locale ?? 'fr' }))
  const others = of.organisationId === null ? [] : membersToWriteTo(db, of.organisationId)
  return [...own, ...others.filter(({ userId }) => !own.some((one) => one.userId === userId))]
}
