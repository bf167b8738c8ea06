import { sql } from 'drizzle-orm'
import { addUses } from '#lib/adoptions/rules/add-uses.ts'
import {
  type AdoptionTrust,
  NO_USE,
  TALLY_DIMENSIONS,
  type TallyDimension,
  type TrustCount,
  USERS_PAGE_SIZE,
  type UserFilters,
} from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { memoByVersion } from '#lib/memo.ts'
import { type AdoptionView, adoptionRows } from './internal/adoption-rows.ts'
import { PUBLIC, usersWhere } from './internal/users-where.ts'

type Reading = Pick<Context, 'db'>

export interface UserPage {
  total: number
  page: number
  pages: number
  items: AdoptionView[]
}

/**
 * One page of the organisations that a software's adoptions name, filtered and sorted: its current uses,
 * unless the filters ask for others; never what is contested.
 * @param among only these organisations.
 */
export function listUsers(
  context: Reading,
  softwareId: number,
  filters: UserFilters,
  among?: readonly number[],
): UserPage {
  const where = usersWhere(softwareId, filters, among)
  const { n } = context.db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM adoption WHERE ${where}`,
  )
  const pages = Math.max(1, Math.ceil(n / USERS_PAGE_SIZE))
  const page = Math.min(filters.page, pages)
  const order =
    filters.tri === 'nom'
      ? sql`ORDER BY organisation_name_key, organisation_id`
      : sql`ORDER BY population DESC, organisation_id`
  const joined =
    filters.tri === 'nom'
      ? sql`ORDER BY a.organisation_name_key, a.organisation_id`
      : sql`ORDER BY a.population DESC, a.organisation_id`
  const items = adoptionRows(
    context,
    sql`SELECT id FROM adoption WHERE ${where} ${order}
      LIMIT ${USERS_PAGE_SIZE} OFFSET ${(page - 1) * USERS_PAGE_SIZE}`,
    joined,
  )
  return { total: n, page, pages, items }
}

export interface OrganisationAdoptions extends UserPage {
  /** Those of the total that count as a use now. */
  uses: TrustCount
}

/** One page of what an organisation's adoptions say, uses first, then by name of the software. */
export function listAdoptionsOfOrganisation(
  context: Reading,
  organisationId: number,
  asked = 1,
): OrganisationAdoptions {
  const rows = context.db.all<{ used: 0 | 1; trust: AdoptionTrust; n: number }>(sql`
    SELECT state IN ('pilot', 'production') AS used, trust, count(*) AS n
    FROM adoption WHERE organisation_id = ${organisationId} AND ${PUBLIC} GROUP BY 1, 2`)
  const total = rows.reduce((sum, row) => sum + row.n, 0)
  const uses = rows
    .filter((row) => row.used)
    .reduce((sum, row) => addUses(sum, row.trust, row.n), NO_USE)
  const pages = Math.max(1, Math.ceil(total / USERS_PAGE_SIZE))
  const page = Math.min(asked, pages)
  const items = adoptionRows(
    context,
    sql`SELECT a.id FROM adoption a JOIN software s ON s.id = a.software_id
      WHERE a.organisation_id = ${organisationId} AND a.trust <> 'contested' ORDER BY a.state = 'stopped', s.name_key
      LIMIT ${USERS_PAGE_SIZE} OFFSET ${(page - 1) * USERS_PAGE_SIZE}`,
    sql`ORDER BY a.state = 'stopped', s.name_key`,
  )
  return { total, uses, page, pages, items }
}

/** The latest adoption of each software, by the date of the word that it rests on, latest first. */
export function latestAdoptions(context: Reading, limit: number): AdoptionView[] {
  return memoByVersion(context.db, `latest-adoptions-${limit}`, () =>
    adoptionRows(
      context,
      // The latest of each software: one long list of users must not fill the page.
      sql`SELECT id FROM (
          SELECT id, reported_on, row_number() OVER (PARTITION BY software_id ORDER BY reported_on DESC, id DESC) AS rank
          FROM (SELECT id, software_id, reported_on FROM adoption WHERE ${PUBLIC} ORDER BY reported_on DESC, id DESC LIMIT 500))
        WHERE rank = 1 ORDER BY reported_on DESC, id DESC LIMIT ${limit}`,
      sql`ORDER BY a.reported_on DESC, a.id DESC`,
    ),
  )
}

export type Breakdown = Record<TallyDimension, Record<string, TrustCount>>

/** The current uses of a software by every dimension, from the projection. */
export function usersByDimension({ db }: Reading, softwareId: number): Breakdown {
  const breakdown = Object.fromEntries(
    TALLY_DIMENSIONS.map((dimension) => [dimension, {}]),
  ) as Breakdown
  const rows = db.all<{
    dimension: TallyDimension
    value: string
    trust: AdoptionTrust
    n: number
  }>(
    sql`SELECT dimension, value, trust, n FROM adoption_tally
      WHERE software_id = ${softwareId} AND dimension <> 'total'`,
  )
  for (const { dimension, value, trust, n } of rows) {
    breakdown[dimension][value] = addUses(breakdown[dimension][value] ?? NO_USE, trust, n)
  }
  return breakdown
}

/** How many adoptions of a software are on record without being a use: evaluations and stops. */
export function countOtherAdoptions({ db }: Reading, softwareId: number): Record<string, number> {
  const rows = db.all<{ state: string; n: number }>(
    sql`SELECT state, count(*) AS n FROM adoption
      WHERE software_id = ${softwareId} AND state IN ('evaluating', 'stopped') AND ${PUBLIC} GROUP BY state`,
  )
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}

/** Uses of the software of one function, split by trust: more than its adopters, who may use several. */
export function useOfFunction({ db }: Reading, functionId: number): TrustCount {
  return db.get<TrustCount>(sql`
    SELECT coalesce(sum(confirmed), 0) AS confirmed, coalesce(sum(reported), 0) AS reported,
      coalesce(sum(to_reconfirm), 0) AS toReconfirm, coalesce(sum(total), 0) AS total
    FROM software_function f JOIN software_figures s ON s.software_id = f.software_id
    WHERE f.function_id = ${functionId}`)
}

/** The whole catalogue's uses: how many, by how many organisations, and these by département. */
export function catalogueUse({ db }: Reading): {
  use: TrustCount
  organisations: number
  byDepartement: Record<string, number>
} {
  return memoByVersion(db, 'catalogue-use', () => {
    const use = db.get<TrustCount>(sql`
      SELECT coalesce(sum(confirmed), 0) AS confirmed, coalesce(sum(reported), 0) AS reported,
        coalesce(sum(to_reconfirm), 0) AS toReconfirm, coalesce(sum(total), 0) AS total
      FROM software_figures`)
    const rows = db.all<{ departement: string; n: number }>(sql`
      SELECT o.departement, count(*) AS n FROM organisation_figures f
      JOIN organisation o ON o.id = f.organisation_id GROUP BY 1`)
    return {
      use,
      organisations: rows.reduce((sum, row) => sum + row.n, 0),
      byDepartement: Object.fromEntries(rows.map((row) => [row.departement, row.n])),
    }
  })
}
