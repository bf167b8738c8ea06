import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisation } from '#db/schema/organisations.ts'
import { providerReference, providerService } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { membersToWriteTo } from '#lib/accounts/members.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { referenceInput } from '../input.ts'
import { assertPublished } from '../internal/assert-published.ts'
import { assertFewToday, auditProvider } from '../internal/audit.ts'
import { providerOfSlug } from '../internal/provider-of.ts'
import type { ProviderFault } from '../schema.ts'
import { organisationMeant } from '../which-organisation.ts'
import { askReferenceMail } from './mails.ts'

/**
 * Names an organisation as a reference. Nothing is shown until that organisation has confirmed it: its
 * members are asked by mail; where it has none, the reference waits until it has.
 * @returns how many members were written to.
 * @throws NotFound, Forbidden, z.ZodError whose messages are keys of PROVIDER_FAULTS, Conflict when the
 * same was named before and still stands, or was refused.
 */
export function askReference(
  context: Context,
  slug: string,
  input: unknown,
  { siteUrl }: { siteUrl: string },
): { organisation: string; asked: number } {
  const { id } = providerOfSlug(context.db, slug)
  const actor = assertUserMay(context.actor, 'provider.edit', { provider: id })
  const { organisation: typed, software: softwareSlug, kinds, since } = referenceInput.parse(input)
  const body = meantOrganisation(context, typed)
  return inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    assertPublished(row)
    assertFewToday(tx, context, 'ask-reference', slug)
    const served = servedSoftware(tx, row.id, softwareSlug)
    if (body.id === row.organisationId) {
      throw new Conflict(
        'Un organisme ne peut pas être sa propre référence.',
        'An organisation cannot be its own reference.',
      )
    }
    const at = context.now.toISOString()
    if (since > at.slice(0, 4)) throw fault('since', 'since-wrong', since)
    const said = {
      kinds: [...new Set(kinds)] as string[],
      since,
      state: 'waiting' as const,
      createdBy: actor.id,
      createdAt: at,
      decidedBy: null,
      decidedAt: '',
      reason: '',
    }
    const same = and(
      eq(providerReference.providerId, row.id),
      eq(providerReference.softwareId, served.id),
      eq(providerReference.organisationId, body.id),
    )
    const before = tx.select().from(providerReference).where(same).get()
    if (before) assertMayAskAgain(before.state)
    if (before) tx.update(providerReference).set(said).where(same).run()
    else {
      tx.insert(providerReference)
        .values({ ...said, providerId: row.id, softwareId: served.id, organisationId: body.id })
        .run()
    }
    auditProvider(tx, context, 'ask-reference', slug, {
      organisation: body.key,
      software: served.slug,
      kinds,
    })
    const people = membersToWriteTo(tx, body.id)
    for (const { userId, email, locale } of people) {
      const site = locale === 'en' ? `${siteUrl}/en` : siteUrl
      const mail = askReferenceMail(locale, {
        provider: row.name,
        organisation: body.name,
        software: served.name,
        link: `${site}/espace/collectivites/${body.key}/references`,
      })
      queueMail(tx, context, { to: email, userId, kind: 'provider', ...mail })
    }
    return { organisation: body.name, asked: people.length }
  })
}

/**
 * Takes a reference back, by the provider: asked or confirmed, it is shown no more. What was refused
 * stays so.
 * @throws NotFound, Forbidden, Conflict
 */
export function withdrawReference(
  context: Context,
  slug: string,
  input: { reference: number },
): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    const actor = assertUserMay(context.actor, 'provider.edit', { provider: row.id })
    const of = and(
      eq(providerReference.id, input.reference),
      eq(providerReference.providerId, row.id),
    )
    const before = tx.select().from(providerReference).where(of).get()
    if (before?.state !== 'waiting' && before?.state !== 'confirmed') {
      throw new Conflict(
        'Cette référence n’est plus à reprendre : rechargez la page.',
        'This reference is not to be taken back any more: reload the page.',
      )
    }
    tx.update(providerReference)
      .set({ state: 'withdrawn', decidedBy: actor.id, decidedAt: context.now.toISOString() })
      .where(of)
      .run()
    auditProvider(tx, context, 'withdraw-reference', slug, { reference: before.id })
  })
}

/** Asking again after a refusal would only press: the organisation can still confirm by itself. */
function assertMayAskAgain(state: 'waiting' | 'confirmed' | 'refused' | 'withdrawn'): void {
  if (state === 'withdrawn') return
  if (state === 'refused') {
    throw new Conflict(
      'Cet organisme a refusé cette référence, ou repris sa confirmation. Lui seul peut y revenir, depuis son espace.',
      'This organisation has refused this reference, or taken its confirmation back. It alone can come back on it, from its space.',
    )
  }
  throw new Conflict(
    'Cette référence est déjà dans votre liste.',
    'This reference is in your list already.',
  )
}

function fault(field: string, message: ProviderFault, input: string): z.ZodError {
  return new z.ZodError([{ code: 'custom', path: [field], message, input }])
}

function servedSoftware(tx: Tx, providerId: number, slug: string) {
  const chosen = resolveSoftwareSlug(tx, slug)
  const row = tx
    .select({ id: software.id, slug: software.slug, name: software.name })
    .from(providerService)
    .innerJoin(software, eq(software.id, providerService.softwareId))
    .where(
      and(
        eq(providerService.providerId, providerId),
        eq(providerService.softwareId, chosen?.id ?? 0),
      ),
    )
    .get()
  if (row) return row
  throw fault('software', 'service-missing', slug)
}

function meantOrganisation(context: Pick<Context, 'db'>, typed: string) {
  const meant = organisationMeant(context, typed)
  if ('several' in meant) {
    const several = meant.several.length > 0
    throw fault('organisation', several ? 'organisation-several' : 'organisation-unknown', typed)
  }
  const row = context.db
    .select({ id: organisation.id, key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.key, meant.one.key))
    .get()
  if (row) return row
  throw new NotFound(
    'Cet organisme n’est pas au catalogue.',
    'This organisation is not in the catalogue.',
  )
}
