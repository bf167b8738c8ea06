import { and, eq, like, or } from 'drizzle-orm'
import { z } from 'zod'
import { organisation } from '#db/schema/organisations.ts'
import { provider, providerMember, providerService } from '#db/schema/providers.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, TooMany } from '#lib/errors.ts'
import { openCase } from '#lib/moderation/open-case.ts'
import { slugOf } from '#lib/software/rules/slug-of.ts'
import { fold } from '#lib/text.ts'
import { createInput } from '../input.ts'
import { auditProvider } from '../internal/audit.ts'
import { chosenSoftware } from '../internal/chosen-software.ts'
import { followProvider } from '../internal/follow-services.ts'
import { writeAreas } from '../internal/write-areas.ts'
import type { ProviderFault } from '../schema.ts'

/**
 * Puts a provider into the catalogue. It waits for a moderator, unless its SIREN is that of an
 * organisation of which whoever asks is a member: a public operator speaks for itself.
 * @throws SignInNeeded, Conflict when the SIREN is there already, z.ZodError whose messages are keys of
 * PROVIDER_FAULTS.
 */
export function createProvider(
  context: Context,
  input: unknown,
): { slug: string; state: 'pending' | 'published' } {
  const actor = assertUserMay(context.actor, 'provider.create')
  const { software, kinds, areas, ...identity } = createInput.parse(input)
  const served = software === '' ? undefined : chosenSoftware(context, software)
  return inTransaction(context.db, (tx) => {
    refuseKnown(tx, identity.siren)
    assertFewPending(tx, actor.id)
    const body = tx.select().from(organisation).where(eq(organisation.siren, identity.siren)).get()
    if (body && identity.kind !== 'public-body') throw publicBody(identity.kind)
    const member = actor.memberships.some(({ organisationId }) => organisationId === body?.id)
    const state = member ? 'published' : 'pending'
    const at = context.now.toISOString()
    const slug = freeSlug(tx, identity.name)
    const { id } = tx
      .insert(provider)
      .values({
        ...identity,
        slug,
        nameKey: fold(identity.name),
        organisationId: body?.id ?? null,
        state,
        createdAt: at,
        updatedAt: at,
      })
      .returning({ id: provider.id })
      .get()
    for (const kind of served ? new Set(kinds) : []) {
      tx.insert(providerService)
        .values({ providerId: id, softwareId: served?.id ?? 0, kind })
        .run()
    }
    writeAreas(tx, id, areas)
    // Members of the organisation that it is have it by that, and lose it with that.
    if (!member) {
      tx.insert(providerMember)
        .values({ userId: actor.id, providerId: id, role: 'manager', createdAt: at })
        .run()
      openCase(tx, context, 'provider', id)
    } else followProvider(tx, id)
    auditProvider(tx, context, 'create', slug, { siren: identity.siren, state })
    return { slug, state }
  })
}

/** Providers of one person that may wait for a moderator at once. */
const MOST_PENDING = 5

/** @throws TooMany */
function assertFewPending(tx: Tx, userId: string): void {
  const waiting = tx
    .select({ id: provider.id })
    .from(provider)
    .innerJoin(providerMember, eq(providerMember.providerId, provider.id))
    .where(and(eq(provider.state, 'pending'), eq(providerMember.userId, userId)))
    .all()
  if (waiting.length < MOST_PENDING) return
  throw new TooMany(
    `${MOST_PENDING} prestataires que vous avez proposés attendent la modération : attendez sa réponse.`,
    `${MOST_PENDING} providers that you proposed wait for the moderators: wait for their answer.`,
  )
}

function refuseKnown(tx: Tx, siren: string): void {
  const known = tx.select().from(provider).where(eq(provider.siren, siren)).get()
  if (!known) return
  const { name, state } = known
  const french = {
    published: `« ${name} » est déjà au catalogue avec ce SIREN`,
    pending: `« ${name} » est déjà proposé avec ce SIREN et attend la modération`,
    withdrawn: `« ${name} » a été au catalogue, ou proposé, avec ce SIREN, et ne s’y montre plus`,
  }[state]
  const english = {
    published: `“${name}” is in the catalogue with this SIREN already`,
    pending: `“${name}” was proposed with this SIREN already and waits for the moderators`,
    withdrawn: `“${name}” was in the catalogue, or proposed, with this SIREN, and is shown no more`,
  }[state]
  throw new Conflict(
    `${french}. Pour vous en occuper, demandez à un de ses gestionnaires de vous y inviter ; si vous n’en connaissez aucun, écrivez à la modération.`,
    `${english}. To look after it, ask one of its managers to invite you; if you know none, write to the moderators.`,
  )
}

function publicBody(input: string): z.ZodError {
  const message: ProviderFault = 'siren-public'
  return new z.ZodError([{ code: 'custom', path: ['kind'], message, input }])
}

/** The address that the name suggests, with a number where another has it. */
function freeSlug(tx: Tx, name: string): string {
  const wanted = slugOf(name) || 'prestataire'
  const taken = new Set(
    tx
      .select({ slug: provider.slug })
      .from(provider)
      .where(or(eq(provider.slug, wanted), like(provider.slug, `${wanted}-%`)))
      .all()
      .map(({ slug }) => slug),
  )
  // `ajouter` and `rejoindre` are pages of their own beside it.
  for (const page of ['ajouter', 'rejoindre']) taken.add(page)
  let slug = wanted
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`
  return slug
}
