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
  // Named, because the planner would read the whole detail of every use to find that most gave nothing.
  const given = sql`FROM adoption a
    CROSS JOIN adoption_detail d INDEXED BY adoption_detail_cost
      ON d.adoption_id = a.id AND d.cost_avoided IS NOT NULL`
  const { sum, n } = db.get<{ sum: number; n: number }>(
    sql`SELECT coalesce(sum(d.cost_avoided), 0) AS sum, count(*) AS n ${given} WHERE ${where}`,
  )
  if (n === 0) return { sum: 0, given: 0, of: 0, items: [] }
  const { of } = db.get<{ of: number }>(sql`SELECT count(*) AS of FROM adoption a WHERE ${where}`)
  const rows = db.all<{
    id: number
    key: string
    organisation: string
    slug: string
    software: string
    costAvoided: number
    costMethod: string
  }>(sql`
    SELECT a.id, o.key, o.name AS organisation, s.slug, s.name AS software,
      d.cost_avoided AS costAvoided, t.cost_method AS costMethod ${given}
    JOIN adoption_detail t ON t.adoption_id = d.adoption_id
    JOIN organisation o ON o.id = a.organisation_id
    JOIN software s ON s.id = a.software_id
    WHERE ${where} ORDER BY d.cost_avoided DESC, a.id LIMIT ${SHOWN}`)
  const items = rows.map(({ id, key, organisation, slug, software, costAvoided, costMethod }) => ({
    id,
    organisation: { key, name: organisation },
    software: { slug, name: software },
    costAvoided,
    costMethod,
  }))
  return { sum, given: n, of, items }
}
