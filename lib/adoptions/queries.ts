import { type SQL, sql } from 'drizzle-orm'
import {
  type AdoptionState,
  type AdoptionTrust,
  TALLY_DIMENSIONS,
  type TallyDimension,
  type TrustCount,
  USERS_PAGE_SIZE,
  type UserFilters,
} from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { memoByVersion } from '#lib/memo.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import type { SourceView } from '#lib/sources.ts'

type Reading = Pick<Context, 'db'>

/** An adoption as a table of users or of software shows it. */
export interface AdoptionView {
  id: number
  software: { slug: string; name: string }
  organisation: {
    key: string
    name: string
    kind: OrganisationKind
    departement: string
    population: number | null
  }
  operator: { key: string; name: string } | null
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  perimeter: { unit: string; min: number | null; max: number | null } | null
  note: { fr: string; en: string }
  reportedOn: string
  source: SourceView | null
}

interface AdoptionRecord {
  id: number
  slug: string
  softwareName: string
  key: string
  organisationName: string
  kind: OrganisationKind
  departement: string
  population: number | null
  operatorKey: string | null
  operatorName: string | null
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  perimeterUnit: string
  perimeterMin: number | null
  perimeterMax: number | null
  noteFr: string
  noteEn: string
  reportedOn: string
  title: string | null
  url: string | null
  date: string | null
}

function adoptionRows({ db }: Reading, picked: SQL, order: SQL): AdoptionView[] {
  // CROSS JOIN: left to itself, SQLite reads every adoption in the order asked for and looks each one up
  // in `picked`, which takes seconds where there are a million.
  return db
    .all<AdoptionRecord>(sql`
      SELECT a.id, s.slug, s.name AS softwareName, o.key, o.name AS organisationName, o.kind,
        o.departement, o.population, p.key AS operatorKey, p.name AS operatorName,
        a.state, a.trust, a.since, a.perimeter_unit AS perimeterUnit,
        a.perimeter_min AS perimeterMin, a.perimeter_max AS perimeterMax,
        a.note_fr AS noteFr, a.note_en AS noteEn, a.reported_on AS reportedOn,
        d.title, d.url, d.date
      FROM (${picked}) picked
      CROSS JOIN adoption a ON a.id = picked.id
      JOIN software s ON s.id = a.software_id
      JOIN organisation o ON o.id = a.organisation_id
      LEFT JOIN organisation p ON p.id = a.operator_id
      LEFT JOIN source d ON d.id = a.source_id
      ${order}`)
    .map((row) => ({
      id: row.id,
      software: { slug: row.slug, name: row.softwareName },
      organisation: {
        key: row.key,
        name: row.organisationName,
        kind: row.kind,
        departement: row.departement,
        population: row.population,
      },
      operator:
        row.operatorKey && row.operatorName
          ? { key: row.operatorKey, name: row.operatorName }
          : null,
      state: row.state,
      trust: row.trust,
      since: row.since,
      perimeter: row.perimeterUnit
        ? { unit: row.perimeterUnit, min: row.perimeterMin, max: row.perimeterMax }
        : null,
      note: { fr: row.noteFr, en: row.noteEn },
      reportedOn: row.reportedOn,
      source:
        row.title && row.url ? { title: row.title, url: row.url, date: row.date ?? '' } : null,
    }))
}

export interface UserPage {
  total: number
  page: number
  pages: number
  items: AdoptionView[]
}

/** One page of the organisations that a software's adoptions name, filtered and sorted. */
export function listUsers(context: Reading, softwareId: number, filters: UserFilters): UserPage {
  const conditions = [sql`software_id = ${softwareId}`]
  if (filters.departement) conditions.push(sql`departement = ${filters.departement}`)
  if (filters.region) {
    // The département is in the index, the région is not.
    conditions.push(
      sql`departement IN (SELECT code FROM departement WHERE region = ${filters.region})`,
    )
  }
  if (filters.type) conditions.push(sql`organisation_kind = ${filters.type}`)
  if (filters.taille) conditions.push(sql`size_class = ${filters.taille}`)
  if (filters.parole) conditions.push(sql`trust = ${filters.parole}`)
  if (filters.etat) conditions.push(sql`state = ${filters.etat}`)
  const where = sql.join(conditions, sql` AND `)
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
  uses: number
}

/** One page of what an organisation's adoptions say, uses first, then by name of the software. */
export function listAdoptionsOfOrganisation(
  context: Reading,
  organisationId: number,
  asked = 1,
): OrganisationAdoptions {
  const { total, uses } = context.db.get<{ total: number; uses: number }>(sql`
    SELECT count(*) AS total,
      coalesce((SELECT total FROM organisation_figures WHERE organisation_id = ${organisationId}), 0) AS uses
    FROM adoption WHERE organisation_id = ${organisationId}`)
  const pages = Math.max(1, Math.ceil(total / USERS_PAGE_SIZE))
  const page = Math.min(asked, pages)
  const items = adoptionRows(
    context,
    sql`SELECT a.id FROM adoption a JOIN software s ON s.id = a.software_id
      WHERE a.organisation_id = ${organisationId} ORDER BY a.state = 'stopped', s.name_key
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
          FROM (SELECT id, software_id, reported_on FROM adoption ORDER BY reported_on DESC, id DESC LIMIT 500))
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
    const count = breakdown[dimension][value] ?? {
      confirmed: 0,
      reported: 0,
      toReconfirm: 0,
      total: 0,
    }
    if (trust === 'confirmed') count.confirmed += n
    else if (trust === 'reported') count.reported += n
    else if (trust === 'to-reconfirm') count.toReconfirm += n
    count.total += n
    breakdown[dimension][value] = count
  }
  return breakdown
}

/** How many adoptions of a software are on record without being a use: evaluations and stops. */
export function countOtherAdoptions({ db }: Reading, softwareId: number): Record<string, number> {
  const rows = db.all<{ state: string; n: number }>(
    sql`SELECT state, count(*) AS n FROM adoption
      WHERE software_id = ${softwareId} AND state IN ('evaluating', 'stopped') GROUP BY state`,
  )
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
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
