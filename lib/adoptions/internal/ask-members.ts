import { eq, sql } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'
import { membersToWriteTo } from '#lib/accounts/members.ts'
import { type AskUse, signLink } from '#lib/accounts/signed-link.ts'
import { confirmMail, type MailLine, reconfirmMail } from '#lib/adoptions/commands/mails.ts'
import { MOST_SHOWN, shownWords } from '#lib/adoptions/shown-list.ts'
import type { Context } from '#lib/context.ts'
import { queueMail } from '#lib/mail/commands.ts'

/** What links in mails are made with. */
export interface LinkMaker {
  /** The public address, without a slash at its end. */
  siteUrl: string
  secret: string
}

/** Days that a link to confirm works. */
const LINK_LIFE = 60

export interface AskedLine extends MailLine {
  id: number
  revision: number
}

/**
 * Writes to every member of an organisation, all the lines in one mail, with a link that answers for the
 * organisation without signing in. A link stays short enough for every mail program: beyond MOST_SHOWN
 * lines, the rest is answered in the organisation's space.
 * @returns how many were written to.
 */
export function askMembers(
  tx: Tx,
  context: Context,
  organisationId: number,
  use: AskUse,
  lines: readonly AskedLine[],
  { siteUrl, secret }: LinkMaker,
): number {
  const row = tx.select().from(organisation).where(eq(organisation.id, organisationId)).get()
  const members = row && lines.length > 0 ? membersToWriteTo(tx, organisationId) : []
  if (!row || members.length === 0) return 0
  const token = signLink(
    secret,
    use,
    {
      organisation: organisationId,
      adoptions: shownWords(lines.slice(0, MOST_SHOWN)),
      asked: context.now.toISOString(),
    },
    new Date(context.now.getTime() + LINK_LIFE * 86_400_000),
  )
  for (const { userId, email, locale } of members) {
    const site = locale === 'en' ? `${siteUrl}/en` : siteUrl
    const words = use === 'reconfirm' ? reconfirmMail : confirmMail
    queueMail(tx, context, {
      to: email,
      userId,
      kind: use,
      ...words(locale, {
        organisation: row.name,
        lines,
        link: `${site}/reconfirmer?jeton=${token}`,
        space: `${site}/espace/collectivites/${row.key}`,
      }),
    })
  }
  return members.length
}

/** Organisations with a member, after one of them, in the order of their ids. */
export function organisationsWithMembers(
  tx: Pick<Tx, 'all'>,
  options: { after: number; limit: number },
): number[] {
  return tx
    .all<{ id: number }>(
      sql`SELECT DISTINCT organisation_id AS id FROM membership
        WHERE organisation_id > ${options.after} ORDER BY organisation_id LIMIT ${options.limit}`,
    )
    .map((row) => row.id)
}
