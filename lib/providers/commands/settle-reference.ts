import { and, eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { provider, providerReference } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import { answerInput } from '../input.ts'
import { providerPeople } from '../internal/people.ts'
import { answeredMail } from './mails.ts'

/**
 * The organisation's answer to a reference that names it, given for the first time or changed: it may
 * take a confirmation back, and confirm what it had refused. The provider is told, with the reason, which
 * nobody else reads; a confirmed one is public, and an event of the software's publisher.
 * @throws NotFound, SignInNeeded, Forbidden, Conflict when the provider has taken it back, or the answer
 * is that already; z.ZodError whose messages are keys of PROVIDER_FAULTS.
 */
export function settleReference(
  context: Context,
  of: { organisation: string; reference: number; siteUrl: string },
  input: unknown,
): { provider: string; accepted: boolean } {
  return inTransaction(context.db, (tx) => {
    const body = tx.select().from(organisation).where(eq(organisation.key, of.organisation)).get()
    if (!body) {
      throw new NotFound(
        'Cet organisme n’est pas au catalogue.',
        'This organisation is not in the catalogue.',
      )
    }
    const actor = assertUserMay(context.actor, 'reference.settle', body.id)
    const { accepted, reason } = answerInput.parse(input)
    const row = tx
      .select({ reference: providerReference, provider, software })
      .from(providerReference)
      .innerJoin(provider, eq(provider.id, providerReference.providerId))
      .innerJoin(software, eq(software.id, providerReference.softwareId))
      .where(
        and(eq(providerReference.id, of.reference), eq(providerReference.organisationId, body.id)),
      )
      .get()
    const state = accepted ? 'confirmed' : 'refused'
    if (!row || row.reference.state === 'withdrawn' || row.reference.state === state) {
      throw new Conflict(
        'Il n’y a plus rien à répondre : le prestataire a repris cette référence, ou un collègue a déjà répondu. Rechargez la page.',
        'Nothing is left to answer: the provider has taken this reference back, or a colleague has answered. Reload the page.',
      )
    }
    tx.update(providerReference)
      .set({
        state,
        decidedBy: actor.id,
        decidedAt: context.now.toISOString(),
        reason: accepted ? '' : reason,
      })
      .where(eq(providerReference.id, row.reference.id))
      .run()
    recordAudit(tx, context, {
      action: accepted ? 'reference.confirm' : 'reference.refuse',
      subjectKind: 'organisation',
      subject: String(body.id),
      detail: {
        reference: row.reference.id,
        provider: row.provider.slug,
        software: row.software.slug,
      },
    })
    if (accepted && row.provider.state === 'published') {
      recordPublisherEvent(tx, context, {
        publisherId: row.software.publisherId,
        softwareId: row.software.id,
        kind: 'reference-confirmed',
        detail: {
          provider: { slug: row.provider.slug, name: row.provider.name },
          organisation: { key: body.key, name: body.name },
          kinds: row.reference.kinds,
        },
      })
    }
    for (const { userId, email, locale } of providerPeople(tx, row.provider)) {
      if (userId === actor.id) continue
      const site = locale === 'en' ? `${of.siteUrl}/en` : of.siteUrl
      const mail = answeredMail(locale, {
        accepted,
        organisation: body.name,
        software: row.software.name,
        reason: accepted ? '' : reason,
        link: `${site}/espace/prestataires/${row.provider.slug}`,
      })
      queueMail(tx, context, { to: email, userId, kind: 'provider', ...mail })
    }
    return { provider: row.provider.name, accepted }
  })
}
