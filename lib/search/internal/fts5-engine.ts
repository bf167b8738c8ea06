import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { type Nearness, softwareUsedNear } from '#lib/adoptions/used-near.ts'
import { idsByUse, selectSoftware, usedFirst } from '#lib/software/selection.ts'
import { fold } from '#lib/text.ts'
import type { FoundIds, SearchEngine, SearchFound, SearchQuestion } from '../engine.ts'
import { nameTerms, searchTerms } from '../rules/terms.ts'
import { findTerms } from './fts5-query.ts'
import { namePlaces, softwareNames } from './names.ts'
import { acronymGroups } from './synonyms.ts'

/** The embedded engine: SQLite FTS5 for the words, the catalogue in memory for filters and counts. */
export function fts5Engine(db: Db): SearchEngine {
  return { name: 'fts5', search: async (question) => searchFts5(db, question) }
}

export function searchFts5(db: Db, { q, software, ...limits }: SearchQuestion): SearchFound {
  const near: ReadonlyMap<number, Nearness> | null = software.near
    ? softwareUsedNear(db, software.near)
    : null
  const { ids, counts } = selectSoftware(db, { ...software, near, found: softwareIds(db, q) })
  return {
    engine: 'fts5',
    software: {
      ids: ids.slice(software.offset, software.offset + software.limit),
      total: ids.length,
      counts,
    },
    organisations: limits.organisations > 0 ? organisations(db, q, limits.organisations) : NONE,
    functions: limits.functions > 0 ? functions(db, q, limits.functions) : NONE,
  }
}

const NONE: FoundIds = { ids: [], total: 0 }

/** More than anybody pages through; the counts of the facets are of all that is found up to here. */
const MOST_FOUND = 10_000

/** Ids of the software that a query finds: the exact name, names that begin so, then by relevance. */
export function softwareIds(db: Db, query: string): number[] {
  const terms = searchTerms(query)
  const groups = acronymGroups(db)
  const found = findTerms(db, 'software', terms, groups, MOST_FOUND, {
    breakTie: usedFirst(db),
    order: idsByUse(db),
  })
  const names = softwareNames(db)
  const placeOf = namePlaces(query)
  const placed: [exact: number[], begins: number[], rest: number[]] = [[], [], []]
  const known = new Set(found)
  for (const id of found) placed[placeOf(names.get(id))].push(id)
  // The names that the index misses: typed in several words instead of one, or of a single letter.
  for (const [id, name] of names) {
    if (known.has(id)) continue
    const place = placeOf(name)
    if (place < 2) placed[place].push(id)
  }
  return placed.flat()
}

/** Ids of the functions that a query finds, best first. */
export function functionIds(db: Db, query: string, limit: number): number[] {
  return findTerms(db, 'function', searchTerms(query), acronymGroups(db), limit)
}

function functions(db: Db, query: string, limit: number): FoundIds {
  const ids = functionIds(db, query, 1_000)
  return { ids: ids.slice(0, limit), total: ids.length }
}

/** Ids of the organisations whose names hold every word of a query, typos allowed for, or whose code it is. */
export function organisationIds(db: Db, query: string, limit: number): number[] {
  return findTerms(db, 'organisation', nameTerms(query), [], limit)
}

/** The exact name first, then names that begin so, then by the number of inhabitants. */
function organisations(db: Db, query: string, limit: number): FoundIds {
  const found = organisationIds(db, query, 40_000)
  const key = fold(query)
  const ids = db
    .all<{ id: number }>(sql`
      SELECT id FROM organisation WHERE id IN (SELECT value FROM json_each(${JSON.stringify(found)}))
      ORDER BY name_key = ${key} DESC, substr(name_key, 1, ${key.length}) = ${key} DESC,
        coalesce(population, 0) DESC, id LIMIT ${limit}`)
    .map((row) => row.id)
  return { ids, total: found.length }
}
