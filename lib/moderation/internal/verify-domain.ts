import { eq } from 'drizzle-orm'
import { joinRequest, organisationDomain, user } from '#db/schema/accounts.ts'
import type { Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { provesAnEmployer } from '#lib/accounts/rules/mail-domain.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { InvalidInput } from '#lib/errors.ts'

/** The part of an address that says where its mail is read. */
export const domainOf = (email: string) => email.split('@').at(-1)?.toLowerCase() ?? ''

/** From now on, whoever reads mail at the domain of who asks to join may join the organisation. */
export function verifyDomainOf(tx: Tx, context: Context, requestId: number): void {
  const row = tx
    .select({ email: user.email, organisationId: joinRequest.organisationId })
    .from(joinRequest)
    .innerJoin(user, eq(user.id, joinRequest.userId))
    .where(eq(joinRequest.id, requestId))
    .get()
  if (row) addDomain(tx, context, domainOf(row.email), row.organisationId)
}

/**
 * Ties a mail domain to an organisation, once.
 * @throws Forbidden, InvalidInput where anyone can have an address there.
 */
export function addDomain(tx: Tx, context: Context, domain: string, organisationId: number): void {
  assertMay(context.actor, 'domain.verify')
  if (!provesAnEmployer(domain)) {
    throw new InvalidInput(
      `N’importe qui peut avoir une adresse en « ${domain} » : elle ne prouve l’employeur de personne. Décidez personne par personne.`,
      `Anyone can have an address at “${domain}”: it proves nobody’s employer. Decide person by person.`,
    )
  }
  const { changes } = tx
    .insert(organisationDomain)
    .values({
      domain,
      organisationId,
      verifiedAt: context.now.toISOString(),
      verifiedBy: context.actor.kind === 'user' ? context.actor.id : null,
    })
    .onConflictDoNothing()
    .run()
  if (changes === 0) return
  recordAudit(tx, context, {
    action: 'domain.verify',
    subjectKind: 'organisation',
    subject: String(organisationId),
    detail: { domain },
  })
}
