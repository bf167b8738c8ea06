import { and, eq } from 'drizzle-orm'
import {
  account,
  membership,
  organisationDomain,
  providerClaim,
  user,
} from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { provesAnEmployer } from '../rules/mail-domain.ts'
import { lastDeparture } from './join.ts'

/**
 * Joins a user who has just signed in to the organisations that prove to be theirs: those whose verified
 * domain their address is in, and those whose SIRET their identity provider vouches for. A membership
 * that is there already stays as it is, and so does one that was ended.
 */
export function afterSignIn(tx: Tx, context: Context, userId: string): void {
  const person = tx.select().from(user).where(eq(user.id, userId)).get()
  if (!person?.emailVerified) return
  for (const organisationId of organisationsOfDomain(tx, person.email)) {
    join(tx, context, { userId, organisationId, how: 'domain' })
  }
  for (const organisationId of organisationsOfClaims(tx, userId)) {
    join(tx, context, { userId, organisationId, how: 'provider-claim' })
  }
}

function join(
  tx: Tx,
  context: Context,
  row: { userId: string; organisationId: number; how: 'domain' | 'provider-claim' },
): void {
  if (lastDeparture(tx, row.userId, row.organisationId)) return
  const { changes } = tx
    .insert(membership)
    .values({ ...row, role: 'member', createdAt: context.now.toISOString() })
    .onConflictDoNothing()
    .run()
  if (changes === 0) return
  recordAudit(tx, context, {
    action: 'member.join',
    subjectKind: 'organisation',
    subject: String(row.organisationId),
    detail: { user: row.userId, how: row.how, role: 'member' },
  })
}

function organisationsOfDomain(tx: Tx, email: string): number[] {
  const domain = email.split('@').at(-1)?.toLowerCase() ?? ''
  if (!provesAnEmployer(domain)) return []
  return tx
    .select({ id: organisationDomain.organisationId })
    .from(organisationDomain)
    .where(eq(organisationDomain.domain, domain))
    .all()
    .map((row) => row.id)
}

/** A SIRET begins with the SIREN of its organisation (R. 123-221 of the code de commerce). */
function organisationsOfClaims(tx: Tx, userId: string): number[] {
  const claims = tx
    .select({ siret: providerClaim.siret })
    .from(account)
    .innerJoin(
      providerClaim,
      and(
        eq(providerClaim.providerId, account.providerId),
        eq(providerClaim.subject, account.accountId),
      ),
    )
    .where(eq(account.userId, userId))
    .all()
  return claims.flatMap(({ siret }) => {
    const row = tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.siren, siret.slice(0, 9)))
      .get()
    return row ? [row.id] : []
  })
}
