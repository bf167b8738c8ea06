import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { areasOf, type ServedSoftware, servicesOf } from './internal/parts.ts'
import {
  type Area,
  PROVIDERS_PAGE_SIZE,
  type ProviderFilters,
  type ProviderKind,
} from './schema.ts'

type Reading = Pick<Context, 'db'>

export interface ProviderCard {
  slug: string
  name: string
  kind: ProviderKind
  summary: { fr: string; en: string }
  services: ServedSoftware[]
  areas: Area[]
  /** Confirmed ones: for the software asked for, else for any. */
  references: number
}

export interface ProviderList {
  total: number
  page: number
  pages: number
  items: ProviderCard[]
  /** The software asked for; null for none, undefined when there is no such entry. */
  software: { slug: string; name: string } | null | undefined
}

/** The software that the list is asked for; null for none, undefined when there is no such entry. */
export function softwareAsked(
  { db }: Reading,
  { logiciel }: Pick<ProviderFilters, 'logiciel'>,
): { id: number; slug: string; name: string } | null | undefined {
  if (logiciel === '') return null
  const known = resolveSoftwareSlug(db, logiciel)
  if (!known) return undefined
  return db.get<{ id: number; slug: string; name: string }>(
    sql`SELECT id, slug, name FROM software WHERE id = ${known.id}`,
  )
}

/**
 * The published providers that do what is asked, where it is asked. Those with most references confirmed
 * by the organisations they name come first, then by name: nothing else moves one up.
 */
export function listProviders(context: Reading, filters: ProviderFilters): ProviderList {
  const { db } = context
  const known = softwareAsked(context, filters)
  if (known === undefined) return { total: 0, page: 1, pages: 1, items: [], software: undefined }
  const where = sql.join(
    [sql`p.state = 'published'`, ...conditionsOf(filters, known?.id)],
    sql` AND `,
  )
  const { total } = db.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM provider p WHERE ${where}`,
  )
  const pages = Math.max(1, Math.ceil(total / PROVIDERS_PAGE_SIZE))
  const page = Math.min(filters.page, pages)
  const rows = db.all<Row>(sql`
    SELECT p.id, p.slug, p.name, p.kind, p.summary_fr AS fr, p.summary_en AS en,
      ${referencesOf(known?.id)} AS n
    FROM provider p WHERE ${where} ORDER BY n DESC, p.name_key, p.id
    LIMIT ${PROVIDERS_PAGE_SIZE} OFFSET ${(page - 1) * PROVIDERS_PAGE_SIZE}`)
  return {
    total,
    page,
    pages,
    items: cardsOf(context, rows),
    software: known && { slug: known.slug, name: known.name },
  }
}

function conditionsOf(filters: ProviderFilters, softwareId: number | undefined): SQL[] {
  const conditions: SQL[] = []
  if (softwareId !== undefined || filters.service) {
    const of = softwareId === undefined ? sql`` : sql`AND s.software_id = ${softwareId}`
    const does = filters.service ? sql`AND s.kind = ${filters.service}` : sql``
    conditions.push(
      sql`EXISTS (SELECT 1 FROM provider_service s WHERE s.provider_id = p.id ${of} ${does})`,
    )
  }
  if (filters.type) conditions.push(sql`p.kind = ${filters.type}`)
  const { region, departement } = filters
  const served = (where: SQL) =>
    sql`EXISTS (SELECT 1 FROM provider_area a WHERE a.provider_id = p.id AND (a.kind = 'national' OR ${where}))`
  if (departement !== '') {
    conditions.push(
      served(sql`(a.kind = 'departement' AND a.code = ${departement}) OR (a.kind = 'region'
        AND a.code = (SELECT region FROM departement WHERE code = ${departement}))`),
    )
  }
  if (region !== '') {
    conditions.push(
      served(sql`(a.kind = 'region' AND a.code = ${region}) OR (a.kind = 'departement'
        AND a.code IN (SELECT code FROM departement WHERE region = ${region}))`),
    )
  }
  return conditions
}

const referencesOf = (softwareId: number | undefined) =>
  sql`(SELECT count(*) FROM provider_reference r WHERE r.provider_id = p.id AND r.state = 'confirmed'
    ${softwareId === undefined ? sql`` : sql`AND r.software_id = ${softwareId}`})`

interface Row {
  id: number
  slug: string
  name: string
  kind: ProviderKind
  fr: string
  en: string
  n: number
}

function cardsOf({ db }: Reading, rows: readonly Row[]): ProviderCard[] {
  const ids = rows.map(({ id }) => id)
  const services = servicesOf(db, ids)
  const areas = areasOf(db, ids)
  return rows.map(({ id, slug, name, kind, fr, en, n }) => ({
    slug,
    name,
    kind,
    summary: { fr, en },
    services: services.get(id) ?? [],
    areas: areas.get(id) ?? [],
    references: n,
  }))
}

export interface SoftwareProviders {
  total: number
  /** How many do each kind of service. */
  byKind: Record<string, number>
  /** The first of the list, in its order. */
  first: ProviderCard[]
}

/** How many of a software's providers its page names. */
const NAMED = 5

/** Who serves a software, as its page says it; the list of providers says the rest. */
export function providersOfSoftware(context: Reading, softwareId: number): SoftwareProviders {
  const { db } = context
  const kinds = db.all<{ kind: string; n: number }>(sql`
    SELECT s.kind, count(*) AS n FROM provider_service s
    JOIN provider p ON p.id = s.provider_id AND p.state = 'published'
    WHERE s.software_id = ${softwareId} GROUP BY s.kind`)
  if (kinds.length === 0) return { total: 0, byKind: {}, first: [] }
  const rows = db.all<Row & { total: number }>(sql`
    SELECT p.id, p.slug, p.name, p.kind, p.summary_fr AS fr, p.summary_en AS en,
      ${referencesOf(softwareId)} AS n, count(*) OVER () AS total
    FROM provider p
    WHERE p.state = 'published'
      AND p.id IN (SELECT provider_id FROM provider_service WHERE software_id = ${softwareId})
    ORDER BY n DESC, p.name_key, p.id LIMIT ${NAMED}`)
  return {
    total: rows[0]?.total ?? 0,
    byKind: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    first: cardsOf(context, rows),
  }
}
