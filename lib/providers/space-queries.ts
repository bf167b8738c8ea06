import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { membership, user } from '#db/schema/accounts.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { provider, providerMember, providerReference } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { type MemberRole, may } from '#lib/accounts/rules/rights.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { areasOf, type ServedSoftware, serviceKinds, servicesOf } from './internal/parts.ts'
import { providerOfSlug } from './internal/provider-of.ts'
import type { Area, ProviderKind, ProviderState, ReferenceState, ServiceKind } from './schema.ts'

/** A reference as its two sides see it. */
export interface SpaceReference {
  id: number
  organisation: { key: string; name: string }
  provider: { slug: string; name: string }
  software: { slug: string; name: string }
  kinds: ServiceKind[]
  since: string
  state: ReferenceState
  askedOn: string
  decidedOn: string
  /** What the organisation wrote when it said no. */
  reason: string
  /** Whether the organisation has anyone who can answer. */
  reachable: boolean
}

export interface ProviderSpace {
  slug: string
  name: string
  kind: ProviderKind
  siren: string
  website: string
  summaryFr: string
  summaryEn: string
  state: ProviderState
  /** What a moderator wrote when it was last refused; empty otherwise. */
  refusal: string
  organisation: { key: string; name: string } | null
  services: ServedSoftware[]
  areas: Area[]
  references: SpaceReference[]
  /** Whether whoever reads may invite and remove. */
  manages: boolean
  /** Its own members; those of the organisation that it is are on that organisation's page. */
  members: Array<{ userId: string; name: string; email: string; role: MemberRole; since: string }>
}

/** A provider as its members see it, and the moderators. @throws NotFound, SignInNeeded, Forbidden */
export function providerSpace(context: Context, slug: string): ProviderSpace {
  const { db, actor } = context
  const row = providerOfSlug(db, slug)
  const place = { provider: row.id }
  assertMay(actor, 'provider.read-space', place)
  const body = row.organisationId
    ? db
        .select({ key: organisation.key, name: organisation.name })
        .from(organisation)
        .where(eq(organisation.id, row.organisationId))
        .get()
    : undefined
  return {
    slug,
    name: row.name,
    kind: row.kind,
    siren: row.siren,
    website: row.website,
    summaryFr: row.summaryFr,
    summaryEn: row.summaryEn,
    state: row.state,
    refusal: row.state === 'withdrawn' ? lastRefusal(context, row.id) : '',
    organisation: body ?? null,
    services: servicesOf(db, [row.id]).get(row.id) ?? [],
    areas: areasOf(db, [row.id]).get(row.id) ?? [],
    references: referencesWhere(context, eq(providerReference.providerId, row.id)),
    manages: may(actor, 'provider.manage-members', place),
    members: db
      .select({
        userId: user.id,
        name: user.name,
        email: user.email,
        role: providerMember.role,
        since: providerMember.createdAt,
      })
      .from(providerMember)
      .innerJoin(user, eq(user.id, providerMember.userId))
      .where(eq(providerMember.providerId, row.id))
      .orderBy(desc(eq(providerMember.role, 'manager')), asc(user.email))
      .all(),
  }
}

function lastRefusal({ db }: Context, providerId: number): string {
  const last = db
    .select({ state: moderationCase.state, reason: moderationCase.reason })
    .from(moderationCase)
    .where(and(eq(moderationCase.kind, 'provider'), eq(moderationCase.subjectId, providerId)))
    .orderBy(desc(moderationCase.id))
    .limit(1)
    .get()
  return last?.state === 'refused' ? last.reason : ''
}

/** What waits first, then the latest answers. */
const STATES: readonly ReferenceState[] = ['waiting', 'confirmed', 'refused', 'withdrawn']

function referencesWhere({ db }: Context, where: ReturnType<typeof eq>): SpaceReference[] {
  return db
    .select({
      reference: providerReference,
      provider: { slug: provider.slug, name: provider.name },
      software: { slug: software.slug, name: software.name },
      organisation: { key: organisation.key, name: organisation.name },
      reachable: sql<number>`EXISTS (SELECT 1 FROM ${membership}
        WHERE ${membership.organisationId} = ${organisation.id})`,
    })
    .from(providerReference)
    .innerJoin(provider, eq(provider.id, providerReference.providerId))
    .innerJoin(software, eq(software.id, providerReference.softwareId))
    .innerJoin(organisation, eq(organisation.id, providerReference.organisationId))
    .where(where)
    .orderBy(desc(providerReference.createdAt), desc(providerReference.id))
    .all()
    .sort((a, b) => STATES.indexOf(a.reference.state) - STATES.indexOf(b.reference.state))
    .map(({ reference, reachable, ...named }) => ({
      ...named,
      id: reference.id,
      kinds: serviceKinds(reference.kinds),
      since: reference.since,
      state: reference.state,
      askedOn: reference.createdAt.slice(0, 10),
      decidedOn: reference.decidedAt.slice(0, 10),
      reason: reference.reason,
      reachable: reachable === 1,
    }))
}

/**
 * The references that name an organisation, for its members: those that wait, and their answers. What a
 * provider took back by itself is not among them.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function organisationReferences(
  context: Context,
  key: string,
): { key: string; name: string; references: SpaceReference[] } {
  const row = context.db.select().from(organisation).where(eq(organisation.key, key)).get()
  if (!row) {
    throw new NotFound(
      'Cet organisme n’est pas au catalogue.',
      'This organisation is not in the catalogue.',
    )
  }
  assertMay(context.actor, 'reference.settle', row.id)
  const all = referencesWhere(context, eq(providerReference.organisationId, row.id))
  return { key, name: row.name, references: all.filter(({ state }) => state !== 'withdrawn') }
}

/** How many references wait for the answer of each organisation. */
export function countWaitingReferences(
  { db }: Pick<Context, 'db'>,
  organisationIds: readonly number[],
): Map<number, number> {
  if (organisationIds.length === 0) return new Map()
  const rows = db
    .select({ id: providerReference.organisationId, n: sql<number>`count(*)` })
    .from(providerReference)
    .where(
      and(
        inArray(providerReference.organisationId, [...organisationIds]),
        eq(providerReference.state, 'waiting'),
      ),
    )
    .groupBy(providerReference.organisationId)
    .all()
  return new Map(rows.map(({ id, n }) => [id, n]))
}
