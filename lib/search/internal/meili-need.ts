import type { MultiSearchParams, MultiSearchQuery } from 'meilisearch'
import type { Db } from '#db/client.ts'
import { softwareUsedNear } from '#lib/adoptions/used-near.ts'
import { selectSoftware } from '#lib/software/selection.ts'
import { stem } from '#lib/text.ts'
import type { SearchFound, SearchQuestion } from '../engine.ts'
import type { MeiliAccess } from '../meili-access.ts'
import { fuse } from '../rules/fusion.ts'
import { queryTerms, rootOf } from '../rules/terms.ts'
import { segmentsOf } from './fts5-query.ts'
import { indexName, readerOf } from './meili-connection.ts'
import { acronymGroups } from './synonyms.ts'

/** The most rows that are read of one word of a need. */
const MOST_OF_A_WORD = 200

/** The runs of words of a query that mean one thing each. */
export function partsOf(db: Db, query: string): string[] {
  return segmentsOf(queryTerms(query).map(stem), acronymGroups(db))
}

/**
 * Answers a need: every part of it is searched by itself, whole (a phrase, in quotes) and with typos and
 * beginnings allowed, all in one request, and what they find is merged. Filters and counts of these few rows are then those of the catalogue in memory.
 */
export async function softwareForNeed(
  db: Db,
  access: MeiliAccess,
  { q, software }: SearchQuestion,
  signal: AbortSignal | undefined,
): Promise<SearchFound['software']> {
  const parts = partsOf(db, q).map((part) => {
    const root = rootOf(part)
    const words = root === part || part.includes(' ') ? [part] : [part, root]
    return { exact: words.map((word) => `"${word}"`), loose: part }
  })
  const query = (text: string): MultiSearchQuery => ({
    indexUid: indexName(access, 'software'),
    q: text,
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit: MOST_OF_A_WORD,
  })
  const reader = await readerOf(access)
  const { results } = await reader.multiSearch<MultiSearchParams, { id: number }>(
    { queries: parts.flatMap(({ exact, loose }) => [...exact, loose]).map(query) },
    signal ? { signal } : {},
  )
  const lists = results.map(({ hits }) => hits.map(({ id }) => id))
  const finds = parts.map(({ exact }, at) => {
    const whole = [...new Set(lists.splice(0, exact.length).flat())]
    const loosely = lists.shift() ?? []
    // Beginnings and typos only where they help: of the last word, and of one that nothing holds.
    return at === parts.length - 1 || whole.length === 0
      ? [...new Set([...whole, ...loosely])]
      : whole
  })
  const near = software.near ? softwareUsedNear(db, software.near) : null
  const { ids, counts } = selectSoftware(db, { ...software, near, found: fuse(finds) })
  return {
    ids: ids.slice(software.offset, software.offset + software.limit),
    total: ids.length,
    counts,
  }
}
