import { sql } from 'drizzle-orm'
import { NO_USE, type TrustCount } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { memoByVersion } from '#lib/memo.ts'
import { searchSoftwareIds } from '#lib/search/queries.ts'
import {
  FACETS,
  type Facet,
  PAGE_SIZE,
  type SoftwareFilters,
  type Sort,
} from '#lib/software/schema.ts'
import { functionNames } from './internal/function-names.ts'
import {
  type Selection,
  type SnapshotEntry,
  select,
  softwareSnapshot,
} from './internal/snapshot.ts'

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

export interface SoftwarePage {
  total: number
  page: number
  pages: number
  sort: Sort
  items: SoftwareCard[]
  counts: Selection['counts']
}

/** One page of the list of software, with the counts of every facet. */
export function listSoftware(context: Reading, filters: SoftwareFilters): SoftwarePage {
  const snapshot = softwareSnapshot(context.db)
  const found = filters.q === '' ? null : searchSoftwareIds(context, filters.q)
  const sort = filters.tri ?? (found ? 'pertinence' : 'utilisateurs')
  const all = everything(context, sort)
  let candidates = found ? found.flatMap((id) => snapshot.entries.get(id) ?? []) : all.matching
  if (filters.fonction.length > 0) {
    const names = functionNames(context.db)
    const wanted = new Set(filters.fonction.map((slug) => names.bySlug.get(slug)?.id))
    candidates = candidates.filter((entry) => entry.functionIds.some((id) => wanted.has(id)))
  }
  const wanted = Object.fromEntries(FACETS.map((facet) => [facet, filters[facet]])) as Record<
    Facet,
    string[]
  >
  const unfiltered =
    candidates === all.matching && FACETS.every((facet) => wanted[facet].length === 0)
  const { matching, counts } = unfiltered ? all : select(snapshot, candidates, wanted)
  // What a search finds comes by relevance; all the rest is in the order of the sort already.
  const sorted = found && sort !== 'pertinence' ? matching.sort(COMPARE[sort]) : matching
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE))
  const page = Math.min(filters.page, pages)
  const shown = sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return {
    total: sorted.length,
    page,
    pages,
    sort,
    items: softwareCards(
      context,
      shown.map((entry) => entry.id),
    ),
    counts,
  }
}

const byName = (a: SnapshotEntry, b: SnapshotEntry) =>
  a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : 0

/** Most used first; where uses are equal, a trade's software before infrastructure, then by name. */
const byUse = (a: SnapshotEntry, b: SnapshotEntry) =>
  b.total - a.total || Number(b.business) - Number(a.business) || byName(a, b)

const COMPARE: Record<Sort, (a: SnapshotEntry, b: SnapshotEntry) => number> = {
  pertinence: byUse,
  utilisateurs: byUse,
  nom: byName,
  recent: (a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : byName(a, b)),
}

const NO_FILTER = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<
  Facet,
  string[]
>

/** The whole list in the order of a sort: kept, because sorting 10,000 costs more than filtering them. */
function everything({ db }: Reading, sort: Sort): Selection {
  return memoByVersion(db, `software-by-${sort}`, () => {
    const snapshot = softwareSnapshot(db)
    return select(snapshot, [...snapshot.entries.values()].sort(COMPARE[sort]), NO_FILTER)
  })
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
