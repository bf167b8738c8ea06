import { eq } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import type { Tx } from '#db/transaction.ts'
import { membersToWriteTo } from '#lib/accounts/members.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'
import type { Context } from '#lib/context.ts'
import { queueMail } from '#lib/mail/commands.ts'
import type { Dossier } from '../internal/dossier-of.ts'
import { labelMail, type Told } from './mails.ts'

interface Reader {
  email: string
  userId: string | null
  locale: 'fr' | 'en'
}

/** Someone by their address: in the language of their account, in French where they have none. */
function readerOf(tx: Tx, email: string): Reader[] {
  if (email === '') return []
  const row = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
  return [{ email, userId: row?.id ?? null, locale: row ? localeOfUser(tx, row.id) : 'fr' }]
}

/** Writes to those whom a dossier concerns, each once and in their language. */
export function tell(
  tx: Tx,
  context: Context,
  dossier: Dossier,
  to: ReadonlyArray<'responsible' | 'elected' | 'members'>,
  told: Told,
  siteUrl: string,
): void {
  const { row, organisation, edition } = dossier
  const readers = [
    ...(to.includes('responsible') ? readerOf(tx, row.responsibleEmail) : []),
    ...(to.includes('elected') ? readerOf(tx, row.electedEmail) : []),
    ...(to.includes('members') ? membersToWriteTo(tx, row.organisationId) : []),
  ]
  const once = new Map(readers.reverse().map((reader) => [reader.email, reader]))
  for (const { email, userId, locale } of once.values()) {
    const site = locale === 'en' ? `${siteUrl}/en` : siteUrl
    queueMail(tx, context, {
      to: email,
      userId,
      kind: 'label',
      ...labelMail(locale, told, {
        organisation: organisation.name,
        edition: edition?.year ?? 0,
        space: `${site}/espace/collectivites/${organisation.key}/label/${row.grid}`,
        site,
      }),
    })
  }
}
