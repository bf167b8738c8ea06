import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { departement, organisation, organisationFact, region } from '#db/schema/organisations.ts'
import { source } from '#db/schema/system.ts'
import type { Context } from '#lib/context.ts'
import { memoByVersion } from '#lib/memo.ts'
import {
  ORGANISATIONS_PAGE_SIZE,
  type OrganisationFilters,
  type OrganisationSummary,
  type Territory,
} from '#lib/organisations/schema.ts'
import { searchOrganisationIds } from '#lib/search/queries.ts'
import type { SourceView } from '#lib/sources.ts'
import { fold } from '#lib/text.ts'

type Reading = Pick<Context, 'db'>

export interface OrganisationRow extends OrganisationSummary {
  /** Software that it uses now. */
  software: number
  /** The name under which a search found it, when that is not its own: a former or delegated commune. */
  foundAs: string | null
}

export interface OrganisationPage {
  total: number
  page: number
  pages: number
  items: OrganisationRow[]
}

const COLUMNS = sql`o.id, o.key, o.name, o.kind, o.form, o.departement, o.region, o.population,
  coalesce(f.total, 0) AS software`

/**
 * Finds organisations by name (accents or not), postal code, INSEE code (former ones too) or SIREN; the
 * exact name first, then names that begin so, then by the number of inhabitants.
 */
export function findOrganisations(
  context: Reading,
  filters: OrganisationFilters,
): OrganisationPage {
  const { db } = context
  const conditions: SQL[] = []
  if (filters.type) conditions.push(sql`o.kind = ${filters.type}`)
  if (filters.departement) conditions.push(sql`o.departement = ${filters.departement}`)
  if (filters.utilise) conditions.push(sql`f.total > 0`)
  if (filters.fonction) {
    conditions.push(sql`o.id IN (SELECT a.organisation_id FROM function_adopter a
      JOIN business_function b ON b.id = a.function_id WHERE b.slug = ${filters.fonction})`)
  }
  const found = filters.q === '' ? null : idsFor(context, filters.q)
  if (found) conditions.push(sql`o.id IN (SELECT value FROM json_each(${JSON.stringify(found)}))`)
  const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``
  const figures = filters.utilise
    ? sql`JOIN organisation_figures f ON f.organisation_id = o.id`
    : sql`LEFT JOIN organisation_figures f ON f.organisation_id = o.id`
  const { n } =
    conditions.length === 0
      ? { n: countOrganisations(context).all }
      : db.get<{ n: number }>(sql`SELECT count(*) AS n FROM organisation o ${figures} ${where}`)
  const pages = Math.max(1, Math.ceil(n / ORGANISATIONS_PAGE_SIZE))
  const page = Math.min(filters.page, pages)
  const key = fold(filters.q)
  const order = found
    ? sql`ORDER BY o.name_key = ${key} DESC, substr(o.name_key, 1, ${key.length}) = ${key} DESC,
        coalesce(o.population, 0) DESC, o.id`
    : filters.utilise
      ? sql`ORDER BY f.total DESC, o.id`
      : sql`ORDER BY o.population DESC, o.id`
  const items = db.all<OrganisationRow>(sql`SELECT ${COLUMNS}, NULL AS foundAs
    FROM organisation o ${figures} ${where} ${order}
    LIMIT ${ORGANISATIONS_PAGE_SIZE} OFFSET ${(page - 1) * ORGANISATIONS_PAGE_SIZE}`)
  return { total: n, page, pages, items: found ? nameWhatFound(db, items, key) : items }
}

/** Digits are codes; anything else is a name. A postal code may also be an INSEE code: both are looked up. */
function idsFor(context: Reading, query: string): number[] {
  const code = query.replace(/\s/g, '').toUpperCase()
  if (/^\d{9}$/.test(code) || /^\d{14}$/.test(code)) {
    return ids(context, sql`SELECT id FROM organisation WHERE siren = ${code.slice(0, 9)}`)
  }
  if (/^(\d{5}|2[AB]\d{3})$/.test(code)) {
    return ids(
      context,
      sql`SELECT organisation_id AS id FROM organisation_postcode WHERE postcode = ${code}
        UNION SELECT id FROM organisation WHERE insee = ${code} AND kind = 'commune'
        UNION SELECT organisation_id FROM organisation_alias WHERE code = ${code}`,
    )
  }
  const key = fold(query)
  // As a beginning, a single letter would name half the country; as a name, there is the commune of Y.
  return key.length < 2
    ? ids(context, sql`SELECT id FROM organisation WHERE name_key = ${key}`)
    : searchOrganisationIds(context, query, 40_000)
}

function ids({ db }: Reading, query: SQL): number[] {
  return db.all<{ id: number }>(query).map((row) => row.id)
}

/** Says by which former name a commune was found, when its own does not hold what was typed. */
function nameWhatFound(
  db: Context['db'],
  items: OrganisationRow[],
  key: string,
): OrganisationRow[] {
  return items.map((item) => {
    if (key === '' || /^\d/.test(key) || fold(item.name).includes(key.split(' ')[0] ?? ''))
      return item
    const alias = db
      .all<{ name: string }>(
        sql`SELECT name FROM organisation_alias WHERE organisation_id = ${item.id} AND name <> ''`,
      )
      .find(({ name }) => fold(name).includes(key.split(' ')[0] ?? ''))
    return { ...item, foundAs: alias?.name ?? null }
  })
}

/** How many organisations there are, in all and by kind. */
export function countOrganisations({ db }: Reading): {
  all: number
  byKind: Record<string, number>
} {
  return memoByVersion(db, 'organisation-counts', () => {
    const rows = db.all<{ kind: string; n: number }>(
      sql`SELECT kind, count(*) AS n FROM organisation GROUP BY kind`,
    )
    return {
      all: rows.reduce((sum, row) => sum + row.n, 0),
      byKind: Object.fromEntries(rows.map((row) => [row.kind, row.n])),
    }
  })
}

/** Régions and départements by code, for lists and maps. */
export function territories({ db }: Reading): {
  regions: Territory[]
  departements: Array<Territory & { region: string; zone: string }>
} {
  return memoByVersion(db, 'territories', () => ({
    regions: db
      .select({ code: region.code, name: region.name })
      .from(region)
      .orderBy(asc(region.name))
      .all(),
    departements: db
      .select({
        code: departement.code,
        name: departement.name,
        region: departement.region,
        zone: departement.zone,
      })
      .from(departement)
      .orderBy(asc(departement.code))
      .all(),
  }))
}

export interface OrganisationView extends OrganisationSummary {
  siren: string | null
  insee: string
  sizeClass: string
  postcodes: string[]
  formerNames: string[]
  epci: OrganisationRow | null
  departementBody: OrganisationRow | null
  regionBody: OrganisationRow | null
  facts: Array<{ text: { fr: string; en: string }; date: string; source: SourceView }>
  source: SourceView | null
}

/** An organisation by its key: its SIREN, or what stands for it where there is none. */
export function getOrganisation({ db }: Reading, key: string): OrganisationView | undefined {
  const row = db.select().from(organisation).where(eq(organisation.key, key)).get()
  if (!row) return undefined
  const one = (where: SQL) =>
    db.get<OrganisationRow | undefined>(sql`SELECT ${COLUMNS}, NULL AS foundAs FROM organisation o
      LEFT JOIN organisation_figures f ON f.organisation_id = o.id WHERE ${where} LIMIT 1`) ?? null
  const isPlace = row.kind === 'commune' || row.kind === 'epci'
  const epci = row.epciId ? one(sql`o.id = ${row.epciId}`) : null
  const document = row.sourceId
    ? db.select().from(source).where(eq(source.id, row.sourceId)).get()
    : undefined
  return {
    id: row.id,
    key: row.key,
    siren: row.siren,
    insee: row.insee,
    name: row.name,
    kind: row.kind as OrganisationSummary['kind'],
    form: row.form,
    departement: row.departement,
    region: row.region,
    population: row.population,
    sizeClass: row.sizeClass,
    postcodes: db
      .all<{ postcode: string }>(
        sql`SELECT postcode FROM organisation_postcode WHERE organisation_id = ${row.id} ORDER BY 1`,
      )
      .map((item) => item.postcode),
    formerNames: db
      .all<{ name: string }>(
        sql`SELECT DISTINCT name FROM organisation_alias
          WHERE organisation_id = ${row.id} AND name <> '' AND kind IN ('deleguee', 'associee') ORDER BY name`,
      )
      .map((item) => item.name),
    epci,
    // On its land the Métropole de Lyon is the département (CGCT, article L. 3611-1).
    departementBody:
      isPlace && epci?.form !== 'MET69' && row.form !== 'MET69'
        ? one(sql`o.id = (
          SELECT organisation_id FROM organisation_alias
          WHERE code = ${row.departement} AND kind = 'departement')`)
        : null,
    regionBody:
      isPlace || row.kind === 'departement'
        ? one(sql`o.kind = 'region' AND o.region = ${row.region}`)
        : null,
    facts: factsOf(db, row.id),
    source: document ? { title: document.title, url: document.url, date: document.date } : null,
  }
}

function factsOf(db: Context['db'], organisationId: number): OrganisationView['facts'] {
  return db
    .select()
    .from(organisationFact)
    .innerJoin(source, eq(source.id, organisationFact.sourceId))
    .where(eq(organisationFact.organisationId, organisationId))
    .orderBy(desc(organisationFact.date), asc(organisationFact.id))
    .all()
    .map(({ organisation_fact: fact, source: document }) => ({
      text: { fr: fact.fr, en: fact.en },
      date: fact.date,
      source: { title: document.title, url: document.url, date: document.date },
    }))
}

/**
 * The key of the organisation that an old or a lesser address means: an INSEE code of a commune, of a
 * former or delegated one, or a SIRET. Undefined when it means none.
 */
export function resolveOrganisationKey({ db }: Reading, text: string): string | undefined {
  const code = text.toUpperCase()
  if (/^\d{14}$/.test(code)) {
    return db.get<{ key: string } | undefined>(
      sql`SELECT key FROM organisation WHERE siren = ${code.slice(0, 9)}`,
    )?.key
  }
  if (!/^(\d{5}|2[AB]\d{3})$/.test(code)) return undefined
  return db.get<{ key: string } | undefined>(sql`
    SELECT key FROM organisation WHERE insee = ${code} AND kind = 'commune'
    UNION ALL SELECT o.key FROM organisation_alias a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.code = ${code} LIMIT 1`)?.key
}

/** The key of an organisation by its row. */
export function organisationKeyOf({ db }: Reading, id: number): string | undefined {
  return db
    .select({ key: organisation.key })
    .from(organisation)
    .where(eq(organisation.id, id))
    .get()?.key
}

/** The communes of an EPCI, the EPCI of a département, the départements of a région, largest first. */
export function listMembers(
  { db }: Reading,
  of: Pick<OrganisationView, 'id' | 'kind' | 'departement' | 'region'>,
  limit: number,
): { total: number; items: OrganisationRow[] } {
  const where =
    of.kind === 'epci'
      ? sql`o.epci_id = ${of.id}`
      : of.kind === 'departement'
        ? // One body may govern several départements: Corse, Alsace.
          sql`o.kind = 'epci' AND o.departement IN (SELECT code FROM organisation_alias
            WHERE organisation_id = ${of.id} AND kind = 'departement')`
        : of.kind === 'region'
          ? sql`o.region = ${of.region} AND o.kind = 'departement'`
          : null
  if (!where) return { total: 0, items: [] }
  const { n } = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM organisation o WHERE ${where}`)
  const items = db.all<OrganisationRow>(sql`SELECT ${COLUMNS}, NULL AS foundAs FROM organisation o
    LEFT JOIN organisation_figures f ON f.organisation_id = o.id
    WHERE ${where} ORDER BY o.population DESC, o.id LIMIT ${limit}`)
  return { total: n, items }
}

/** Organisations of the same kind, of the nearest size, those of the same région first. */
export function listSimilar(
  { db }: Reading,
  to: Pick<OrganisationView, 'id' | 'kind' | 'region' | 'population'>,
  limit = 6,
): OrganisationRow[] {
  if (to.population === null) return []
  // Walks the index (kind, region, population) outwards from the organisation's own size.
  const near = (inRegion: boolean) => {
    const place = inRegion ? sql`AND o.region = ${to.region}` : sql``
    const side = (comparison: SQL, order: SQL) => sql`SELECT * FROM (
      SELECT o.id, abs(o.population - ${to.population}) AS gap FROM organisation o
      WHERE o.kind = ${to.kind} ${place} AND o.population ${comparison} ${to.population} AND o.id <> ${to.id}
      ORDER BY o.population ${order} LIMIT ${limit})`
    return db.all<{ id: number }>(sql`SELECT id FROM (${side(sql`<=`, sql`DESC`)}
      UNION ${side(sql`>`, sql`ASC`)}) ORDER BY gap, id LIMIT ${limit}`)
  }
  const chosen = [...new Set([...near(true), ...near(false)].map((row) => row.id))].slice(0, limit)
  const rows = new Map(
    db
      .all<OrganisationRow>(sql`SELECT ${COLUMNS}, NULL AS foundAs FROM organisation o
        LEFT JOIN organisation_figures f ON f.organisation_id = o.id
        WHERE o.id IN (SELECT value FROM json_each(${JSON.stringify(chosen)}))`)
      .map((row) => [row.id, row]),
  )
  return chosen.flatMap((id) => rows.get(id) ?? [])
}
