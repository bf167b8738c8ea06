import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'

type Reading = Pick<Context, 'db'>

/** How many figures are shown one by one under their sum. */
const SHOWN = 20

/** Licence costs avoided, in whole euros a year: a sum of what was given, never of what was guessed. */
export interface CostsAvoided {
  sum: number
  /** How many gave a figure. */
  given: number
  /** How many might have: confirmed current uses. */
  of: number
  /** The largest of the figures, each with how it was worked out. */
  items: Array<{
    id: number
    organisation: { key: string; name: string }
    software: { slug: string; name: string }
    costAvoided: number
    costMethod: string
  }>
}

/** What the users of a software say that it saves them. */
export const costsOfSoftware = (context: Reading, softwareId: number): CostsAvoided =>
  costsAvoided(context, sql`a.software_id = ${softwareId}`)

/** What an organisation says that its free software saves it. */
export const costsOfOrganisation = (context: Reading, organisationId: number): CostsAvoided =>
  costsAvoided(context, sql`a.organisation_id = ${organisationId}`)

function costsAvoided({ db }: Reading, whose: SQL): CostsAvoided {
  // Only the organisation's own word, still fresh, on a use that goes on.
  const where = sql`${whose} AND a.trust = 'confirmed' AND a.state IN ('pilot', 'production')`
  // The index is named, because the planner would read the whole detail of every use to find that most
  // gave nothing. Few did: their sum and the largest of them are worked out here, in one pass.
  const given = db.all<{ id: number; cost: number }>(sql`
    SELECT a.id, d.cost_avoided AS cost FROM adoption a
    CROSS JOIN adoption_detail d INDEXED BY adoption_detail_cost
      ON d.adoption_id = a.id AND d.cost_avoided IS NOT NULL
    WHERE ${where}`)
  if (given.length === 0) return { sum: 0, given: 0, of: 0, items: [] }
  const { of } = db.get<{ of: number }>(sql`SELECT count(*) AS of FROM adoption a WHERE ${where}`)
  const largest = given.toSorted((a, b) => b.cost - a.cost || a.id - b.id).slice(0, SHOWN)
  return {
    sum: given.reduce((sum, { cost }) => sum + cost, 0),
    given: given.length,
    of,
    items: itemsOf(
      db,
      largest.map(({ id }) => id),
    ),
  }
}

function itemsOf(db: Reading['db'], ids: readonly number[]): CostsAvoided['items'] {
  return db
    .all<{
      id: number
      key: string
      organisation: string
      slug: string
      software: string
      costAvoided: number
      costMethod: string
    }>(sql`
    SELECT a.id, o.key, o.name AS organisation, s.slug, s.name AS software,
      t.cost_avoided AS costAvoided, t.cost_method AS costMethod
    FROM json_each(${JSON.stringify(ids)}) j
    CROSS JOIN adoption a ON a.id = j.value
    JOIN adoption_detail t ON t.adoption_id = a.id
    JOIN organisation o ON o.id = a.organisation_id
    JOIN software s ON s.id = a.software_id
    ORDER BY t.cost_avoided DESC, a.id`)
    .map(({ key, organisation, slug, software, ...figure }) => ({
      ...figure,
      organisation: { key, name: organisation },
      software: { slug, name: software },
    }))
}
