import type { Db } from '#db/client.ts'
import { NEARNESS, type Nearness } from '#lib/adoptions/used-near.ts'
import { memoByVersion } from '#lib/memo.ts'
import {
  facetsOf,
  type Selection,
  type SnapshotEntry,
  select,
  softwareSnapshot,
} from './internal/snapshot.ts'
import { FACETS, type Facet, NO_FACET_WANTED, type Sort, type WantedFacets } from './schema.ts'

/**
 * Filters and sorts the catalogue from memory.
 * @param found ids in order of relevance; null for the whole catalogue.
 * @param near ids of what is used near the visitor, with how near; null for anywhere.
 */
export function selectSoftware(
  db: Db,
  question: {
    found: readonly number[] | null
    wanted: WantedFacets
    near: ReadonlyMap<number, Nearness> | null
    sort: Sort
    /** Whether the facets are counted; without it, every count is left out. */
    facets: boolean
  },
): { ids: number[]; counts: Selection['counts'] } {
  const { found, wanted, near, sort, facets } = question
  const snapshot = softwareSnapshot(db)
  const all = everything(db, sort)
  let candidates = found ? found.flatMap((id) => snapshot.entries.get(id) ?? []) : all.matching
  if (near) candidates = candidates.filter((entry) => near.has(entry.id))
  const unfiltered =
    candidates === all.matching && FACETS.every((facet) => wanted[facet].length === 0)
  const { matching, counts } = unfiltered ? all : select(snapshot, candidates, wanted, facets)
  // What a search finds comes by relevance; all the rest is in the order of the sort already.
  let sorted = found && !RELEVANT.has(sort) ? matching.sort(COMPARE[sort]) : matching
  if (near && sort === 'proximite') {
    const far = (entry: SnapshotEntry) => NEARNESS.indexOf(near.get(entry.id) ?? 'region')
    sorted = [...sorted].sort((a, b) => far(a) - far(b))
  }
  return { ids: sorted.map((entry) => entry.id), counts }
}

const RELEVANT: ReadonlySet<Sort> = new Set(['pertinence', 'proximite'])

const byName = (a: SnapshotEntry, b: SnapshotEntry) =>
  a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : 0

/** Most used first; where uses are equal, a trade's software before infrastructure, then by name. */
export const byUse = (a: SnapshotEntry, b: SnapshotEntry) =>
  b.total - a.total || Number(b.business) - Number(a.business) || byName(a, b)

const COMPARE: Record<Sort, (a: SnapshotEntry, b: SnapshotEntry) => number> = {
  pertinence: byUse,
  proximite: byUse,
  utilisateurs: byUse,
  nom: byName,
  recent: (a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : byName(a, b)),
}

/** The whole list in the order of a sort: kept, because sorting 10,000 costs more than filtering them. */
function everything(db: Db, sort: Sort): Selection {
  return memoByVersion(db, `software-by-${sort}`, () => {
    const snapshot = softwareSnapshot(db)
    return select(snapshot, [...snapshot.entries.values()].sort(COMPARE[sort]), NO_FACET_WANTED)
  })
}

/** What a search engine is told of an entry besides its words: the same that filters and sorts here. */
export interface SortableFacts {
  facets: Record<Facet, string[]>
  nameKey: string
  business: boolean
  confirmed: number
  total: number
  /** ISO 8601, UTC. */
  updatedAt: string
}

/** The facts of some entries, by id; an entry that is gone has none. */
export function sortableFacts(db: Db, ids: readonly number[]): Map<number, SortableFacts> {
  const snapshot = softwareSnapshot(db)
  return new Map(
    ids.flatMap((id) => {
      const entry = snapshot.entries.get(id)
      if (!entry) return []
      const { nameKey, business, confirmed, total, updatedAt } = entry
      const facets = facetsOf(snapshot, entry)
      return [[id, { facets, nameKey, business, confirmed, total, updatedAt }]]
    }),
  )
}

/** Orders two entries that are equally relevant: confirmed uses, all uses, the last change. */
export function usedFirst(db: Db): (one: number, other: number) => number {
  const { entries } = softwareSnapshot(db)
  return (one, other) => {
    const [a, b] = [entries.get(one), entries.get(other)]
    if (!a || !b) return 0
    return (
      b.confirmed - a.confirmed ||
      b.total - a.total ||
      (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id - b.id)
    )
  }
}

/** The ids of the whole catalogue in the order of use: kept while the catalogue does not change. */
export function idsByUse(db: Db): readonly number[] {
  return memoByVersion(db, 'ids-by-use', () =>
    everything(db, 'utilisateurs').matching.map(({ id }) => id),
  )
}
