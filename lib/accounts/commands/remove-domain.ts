import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisationDomain } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'

const domainInput = z.object({ domain: z.string(), key: z.string() })

export interface VerifiedDomain {
  domain: string
  organisation: { key: string; name: string }
  /** ISO 8601, UTC. */
  verifiedAt: string
}

/** Every mail domain that is known to be an organisation's, by name. @throws SignInNeeded, Forbidden */
export function listDomains(context: Context): VerifiedDomain[] {
  assertMay(context.actor, 'domain.verify')
  return context.db
    .select({
      domain: organisationDomain.domain,
      organisation: { key: organisation.key, name: organisation.name },
      verifiedAt: organisationDomain.verifiedAt,
    })
    .from(organisationDomain)
    .innerJoin(organisation, eq(organisation.id, organisationDomain.organisationId))
    .orderBy(organisationDomain.domain, organisation.name)
    .all()
}

/**
 * Says that a mail domain proves nothing any more. Whoever joined by it stays: their managers see to
 * that. Done twice, it changes nothing.
 * @throws SignInNeeded, Forbidden
 */
export function removeDomain(context: Context, input: unknown): { changed: boolean } {
  assertMay(context.actor, 'domain.verify')
  const { domain, key } = domainInput.parse(input)
  return inTransaction(context.db, (tx) => {
    const owner = tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.key, key))
      .get()
    if (!owner) return { changed: false }
    const { changes } = tx
      .delete(organisationDomain)
      .where(
        and(eq(organisationDomain.domain, domain), eq(organisationDomain.organisationId, owner.id)),
      )
      .run()
    if (changes > 0) {
      recordAudit(tx, context, {
        action: 'domain.remove',
        subjectKind: 'organisation',
        subject: String(owner.id),
        detail: { domain },
      })
    }
    return { changed: changes > 0 }
  })
}
