import { and, eq, inArray } from 'drizzle-orm'
import { adoption } from '#db/schema/adoptions.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import type { AdoptionState, AdoptionTrust, TrustCount } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { reportsOf } from './reporting.ts'
import { countsAsUse } from './rules/counts-as-use.ts'
import { MOST_SHOWN } from './shown-list.ts'

/** An adoption that its organisation has yet to confirm. */
export interface WaitingAdoption {
  id: number
  revision: number
  software: { slug: string; name: string }
  state: AdoptionState
  trust: AdoptionTrust
  reportedOn: string
}

export interface OrganisationSpace {
  id: number
  key: string
  name: string
  /** Whether the reader is one of its members: a moderator reads only. */
  member: boolean
  /** Whether it may say of others what they use, and the reader in its name. */
  reports: boolean
  /** Current uses. */
  use: TrustCount
  /** Those that others report, or that have grown old: at most MOST_SHOWN, by name. */
  waiting: WaitingAdoption[]
  waitingTotal: number
}

/**
 * What an organisation's members find in its space.
 * @returns undefined where there is no such organisation. @throws SignInNeeded, Forbidden
 */
export function organisationSpace(context: Context, key: string): OrganisationSpace | undefined {
  const { db } = context
  const row = db
    .select({
      id: organisation.id,
      key: organisation.key,
      name: organisation.name,
      kind: organisation.kind,
    })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (!row) return undefined
  const actor = assertUserMay(context.actor, 'adoption.read-history', row.id)
  const rows = db
    .select({ state: adoption.state, trust: adoption.trust })
    .from(adoption)
    .where(eq(adoption.organisationId, row.id))
    .all()
  const waiting = db
    .select({
      id: adoption.id,
      revision: adoption.revision,
      slug: software.slug,
      name: software.name,
      state: adoption.state,
      trust: adoption.trust,
      reportedOn: adoption.reportedOn,
    })
    .from(adoption)
    .innerJoin(software, eq(software.id, adoption.softwareId))
    .where(
      and(
        eq(adoption.organisationId, row.id),
        inArray(adoption.trust, ['reported', 'to-reconfirm']),
      ),
    )
    .orderBy(software.nameKey)
    .all()
  const { kind: _, ...named } = row
  return {
    ...named,
    member: may(actor, 'adoption.declare', row.id),
    reports: may(actor, 'adoptions.report', row.id) && reportsOf({ db }, row) !== null,
    use: countsOf(rows),
    waiting: waiting
      .slice(0, MOST_SHOWN)
      .map(({ slug, name, ...rest }) => ({ ...rest, software: { slug, name } })),
    waitingTotal: waiting.length,
  }
}

function countsOf(rows: ReadonlyArray<{ state: AdoptionState; trust: AdoptionTrust }>): TrustCount {
  const used = rows.filter(countsAsUse)
  const of = (trust: AdoptionTrust) => used.filter((row) => row.trust === trust).length
  return {
    confirmed: of('confirmed'),
    reported: of('reported'),
    toReconfirm: of('to-reconfirm'),
    total: used.length,
  }
}

/** Kinds of bodies that run software for others. */
const OPERATORS = [
  'epci',
  'syndicat',
  'operateur',
  'centre-de-gestion',
  'departement',
  'region',
] as const

/** The bodies of some départements that may run software for an organisation there, by name. */
export function operatorChoices(
  { db }: Pick<Context, 'db'>,
  organisationIds: readonly number[],
): Array<{ value: string; label: string }> {
  const places = db
    .selectDistinct({ departement: organisation.departement })
    .from(organisation)
    .where(inArray(organisation.id, [...organisationIds]))
    .all()
    .map((row) => row.departement)
    .filter((code) => code !== '')
  if (places.length === 0) return []
  return db
    .select({ value: organisation.key, label: organisation.name })
    .from(organisation)
    .where(
      and(inArray(organisation.departement, places), inArray(organisation.kind, [...OPERATORS])),
    )
    .orderBy(organisation.nameKey)
    .all()
}
