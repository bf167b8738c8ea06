import { sql } from 'drizzle-orm'
import { addUses } from '#lib/adoptions/rules/add-uses.ts'
import { countsAsUse } from '#lib/adoptions/rules/counts-as-use.ts'
import {
  type AdoptionState,
  type AdoptionTrust,
  NO_USE,
  type TrustCount,
} from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { getOrganisation, listSimilar, type OrganisationView } from '#lib/organisations/queries.ts'

type Reading = Pick<Context, 'db'>
type Like = Pick<OrganisationView, 'id' | 'kind' | 'region' | 'population'>

/** How many organisations count as like another. */
export const LIKE_MINE = 100
/** How many software are shown, most used first. */
const SHOWN = 30

export interface UsedByOthers {
  software: { slug: string; name: string; summary: { fr: string; en: string } }
  use: TrustCount
  /** What the organisation itself last said of it, where that is no use now: under evaluation, stopped. */
  here: AdoptionState | null
}

export interface LikeMine {
  /** How many organisations are compared: fewer than LIKE_MINE where there are no more of its kind. */
  compared: number
  /** For how many of them at least one current use is known. */
  known: number
  /** What they use and it does not, most used first. */
  missing: UsedByOthers[]
  /** How many such software there are in all. */
  missingTotal: number
  /** What it uses and some of them do, too. */
  shared: UsedByOthers[]
}

/** The organisations most like one: same kind, nearest size, same région first. */
export function similarIds(context: Reading, to: Like): number[] {
  return listSimilar(context, to, LIKE_MINE).map((item) => item.id)
}

/** The same by its key, to filter a list of users; undefined when there is no such organisation. */
export function organisationsLike(
  context: Reading,
  key: string,
): { key: string; name: string; ids: number[] } | undefined {
  const item = getOrganisation(context, key)
  return item && { key: item.key, name: item.name, ids: similarIds(context, item) }
}

/** What the organisations most like one use: what it lacks, and what they share. */
export function likeMine(context: Reading, to: Like): LikeMine {
  const ids = JSON.stringify(similarIds(context, to))
  // CROSS JOIN: the few organisations first, each by the index that holds all that is counted.
  const among = sql`FROM json_each(${ids}) j CROSS JOIN adoption a ON a.organisation_id = j.value
    WHERE a.state IN ('pilot', 'production') AND a.trust <> 'contested'`
  const rows = context.db.all<{ softwareId: number; trust: AdoptionTrust; n: number }>(
    sql`SELECT a.software_id AS softwareId, a.trust, count(*) AS n ${among} GROUP BY 1, 2`,
  )
  const { known } = context.db.get<{ known: number }>(
    sql`SELECT count(DISTINCT a.organisation_id) AS known ${among}`,
  )
  const uses = new Map<number, TrustCount>()
  for (const { softwareId, trust, n } of rows) {
    uses.set(softwareId, addUses(uses.get(softwareId) ?? NO_USE, trust, n))
  }
  const mine = ownWord(context, to.id)
  const ranked = [...uses].sort(([a, x], [b, y]) => y.total - x.total || a - b)
  const isUsedHere = ([id]: [number, TrustCount]) => mine.get(id)?.counts === true
  const missing = ranked.filter((item) => !isUsedHere(item))
  const named = (items: typeof ranked) =>
    withNames(
      context,
      items.slice(0, SHOWN).map(([id, use]) => ({
        id,
        use,
        here: mine.get(id)?.counts ? null : (mine.get(id)?.state ?? null),
      })),
    )
  return {
    compared: JSON.parse(ids).length,
    known,
    missing: named(missing),
    missingTotal: missing.length,
    shared: named(ranked.filter(isUsedHere)),
  }
}

/** What is on record of the organisation itself, by software; what is contested says nothing. */
function ownWord({ db }: Reading, organisationId: number) {
  const rows = db.all<{ softwareId: number; state: AdoptionState; trust: AdoptionTrust }>(
    sql`SELECT software_id AS softwareId, state, trust FROM adoption
      WHERE organisation_id = ${organisationId} AND trust <> 'contested'`,
  )
  return new Map(
    rows.map((row) => [row.softwareId, { state: row.state, counts: countsAsUse(row) }]),
  )
}

function withNames(
  { db }: Reading,
  items: ReadonlyArray<{ id: number; use: TrustCount; here: AdoptionState | null }>,
): UsedByOthers[] {
  const ids = JSON.stringify(items.map((item) => item.id))
  const names = new Map(
    db
      .all<{ id: number; slug: string; name: string; fr: string; en: string }>(
        sql`SELECT id, slug, name, summary_fr AS fr, summary_en AS en FROM software
          WHERE id IN (SELECT value FROM json_each(${ids}))`,
      )
      .map(({ id, slug, name, fr, en }) => [id, { slug, name, summary: { fr, en } }]),
  )
  return items.flatMap(({ id, use, here }) => {
    const software = names.get(id)
    return software ? [{ software, use, here }] : []
  })
}
