import { sql } from 'drizzle-orm'
import { NO_USE, type TrustCount } from '#lib/adoptions/schema.ts'
import { type Nearness, softwareUsedNear } from '#lib/adoptions/used-near.ts'
import type { Context } from '#lib/context.ts'
import { findPlace } from '#lib/organisations/place.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import type { EngineName } from '#lib/search/engine.ts'
import { searchEngine } from '#lib/search/queries.ts'
import {
  type FacetCounts,
  PAGE_SIZE,
  type SoftwareFilters,
  type Sort,
  wantedFacets,
} from '#lib/software/schema.ts'
import { functionNames } from './internal/function-names.ts'
import { type SnapshotEntry, softwareSnapshot } from './internal/snapshot.ts'
import { byUse, selectSoftware } from './selection.ts'

type Reading = Pick<Context, 'db'>

export interface Bilingual {
  fr: string
  en: string
}

export interface FunctionLink {
  slug: string
  name: Bilingual
}

/** A software as lists show it. */
export interface SoftwareCard {
  id: number
  slug: string
  name: string
  summary: Bilingual
  licence: string
  status: string
  publisher: { slug: string; name: string }
  functions: FunctionLink[]
  use: TrustCount
}

/** A place that "used near" was resolved to. */
export interface NearPlace {
  key: string
  name: string
  kind: OrganisationKind
  departement: string
}

export interface SoftwarePage {
  /** What answered; `catalogue` where no words were asked for. */
  engine: EngineName | 'catalogue'
  total: number
  page: number
  pages: number
  sort: Sort
  items: Array<SoftwareCard & { near: Nearness | null }>
  counts: FacetCounts
  /** Where "used near" is; null when not asked for, undefined when no organisation has this name. */
  near: NearPlace | null | undefined
}

/** One page of the list of software, with the counts of every facet. */
export async function listSoftware(
  context: Pick<Context, 'db' | 'search'>,
  filters: SoftwareFilters,
  pageSize = PAGE_SIZE,
): Promise<SoftwarePage> {
  const { db } = context
  const near = filters.proche === '' ? null : findPlace(context, filters.proche)
  const place = near?.place ?? null
  const asked = filters.tri === 'proximite' && !place ? undefined : filters.tri
  const sort = asked ?? (place ? 'proximite' : filters.q ? 'pertinence' : 'utilisateurs')
  const wanted = wantedFacets(filters)
  const nearness = place ? softwareUsedNear(db, place) : null
  const offset = (filters.page - 1) * pageSize
  const find = async (from: number) => {
    if (filters.q === '') {
      const { ids, counts } = selectSoftware(db, {
        found: null,
        wanted,
        near: nearness,
        sort,
        facets: true,
      })
      return {
        engine: 'catalogue' as const,
        ids: ids.slice(from, from + pageSize),
        total: ids.length,
        counts,
      }
    }
    const question = { wanted, near: place, sort, offset: from, limit: pageSize, facets: true }
    const found = await searchEngine(context).search({
      q: filters.q,
      software: question,
      organisations: 0,
      functions: 0,
    })
    return { engine: found.engine, ...found.software }
  }
  let found = await find(offset)
  const pages = Math.max(1, Math.ceil(found.total / pageSize))
  const page = Math.min(filters.page, pages)
  // A page past the last one shows the last one.
  if (page !== filters.page) found = await find((page - 1) * pageSize)
  return {
    engine: found.engine,
    total: found.total,
    page,
    pages,
    sort,
    items: softwareCards(context, found.ids).map((card) => ({
      ...card,
      near: nearness?.get(card.id) ?? null,
    })),
    counts: found.counts,
    near: near && {
      key: near.key,
      name: near.name,
      kind: near.kind,
      departement: near.departement,
    },
  }
}

interface CardRow {
  id: number
  slug: string
  name: string
  summaryFr: string
  summaryEn: string
  licence: string
  status: string
  publisherSlug: string
  publisherName: string
  confirmed: number | null
  reported: number | null
  toReconfirm: number | null
  total: number | null
}

/** Cards by id, in the order asked for. */
export function softwareCards({ db }: Reading, ids: readonly number[]): SoftwareCard[] {
  if (ids.length === 0) return []
  const snapshot = softwareSnapshot(db)
  const names = functionNames(db)
  const rows = db.all<CardRow>(sql`
    SELECT s.id, s.slug, s.name, s.summary_fr AS summaryFr, s.summary_en AS summaryEn, s.licence,
      s.status, p.slug AS publisherSlug, p.name AS publisherName,
      f.confirmed, f.reported, f.to_reconfirm AS toReconfirm, f.total
    FROM software s JOIN publisher p ON p.id = s.publisher_id
    LEFT JOIN software_figures f ON f.software_id = s.id
    WHERE s.id IN (${sql.raw(ids.map(Number).join(','))})`)
  const cards = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        slug: row.slug,
        name: row.name,
        summary: { fr: row.summaryFr, en: row.summaryEn },
        licence: row.licence,
        status: row.status,
        publisher: { slug: row.publisherSlug, name: row.publisherName },
        functions: (snapshot.entries.get(row.id)?.functionIds ?? []).flatMap(
          (id) => names.byId.get(id) ?? [],
        ),
        use:
          row.total === null
            ? NO_USE
            : {
                confirmed: row.confirmed ?? 0,
                reported: row.reported ?? 0,
                toReconfirm: row.toReconfirm ?? 0,
                total: row.total,
              },
      },
    ]),
  )
  return ids.flatMap((id) => cards.get(id) ?? [])
}

/** The first page of the software of one function, most used first; the list of software has the rest. */
export function listSoftwareOfFunction(context: Reading, functionId: number): SoftwareCard[] {
  const entries = [...softwareSnapshot(context.db).entries.values()]
    .filter((entry) => entry.functionIds.includes(functionId))
    .sort(byUse)
  return softwareCards(
    context,
    entries.slice(0, PAGE_SIZE).map((entry) => entry.id),
  )
}

/**
 * Software for the same thing: those that share the main function first, then any other function;
 * within that, the most used.
 */
export function listAlternatives(context: Reading, softwareId: number, limit = 6): SoftwareCard[] {
  const { entries } = softwareSnapshot(context.db)
  const self = entries.get(softwareId)
  if (!self) return []
  const [main] = self.functionIds
  const shared = new Set(self.functionIds)
  const closeness = (entry: SnapshotEntry) =>
    (entry.functionIds.includes(main as number) ? 10 : 0) +
    entry.functionIds.filter((id) => shared.has(id)).length
  const nearest = [...entries.values()]
    .filter((entry) => entry.id !== softwareId && entry.functionIds.some((id) => shared.has(id)))
    .map((entry) => ({ entry, closeness: closeness(entry) }))
    .sort((a, b) => b.closeness - a.closeness || byUse(a.entry, b.entry))
    .slice(0, limit)
  return softwareCards(
    context,
    nearest.map(({ entry }) => entry.id),
  )
}

/** How many software the catalogue holds. */
export function countSoftware({ db }: Reading): number {
  return softwareSnapshot(db).entries.size
}

/** The software of one publisher, most used first. */
export function listSoftwareOfPublisher(context: Reading, publisherId: number): SoftwareCard[] {
  const { entries } = softwareSnapshot(context.db)
  const ids = context.db
    .all<{ id: number }>(sql`SELECT id FROM software WHERE publisher_id = ${publisherId}`)
    .flatMap(({ id }) => entries.get(id) ?? [])
    .sort(byUse)
    .slice(0, 100)
    .map((entry) => entry.id)
  return softwareCards(context, ids)
}

/** An entry's card by its slug; undefined when there is none. */
export function getSoftwareCard(context: Reading, slug: string): SoftwareCard | undefined {
  const row = context.db.get<{ id: number } | undefined>(
    sql`SELECT id FROM software WHERE slug = ${slug}`,
  )
  return row ? softwareCards(context, [row.id])[0] : undefined
}
