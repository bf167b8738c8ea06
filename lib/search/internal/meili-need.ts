import type { MultiSearchParams, MultiSearchQuery } from 'meilisearch'
import type { Db } from '#db/client.ts'
import { softwareUsedNear } from '#lib/adoptions/used-near.ts'
import { selectSoftware } from '#lib/software/selection.ts'
import type { SearchFound, SearchQuestion } from '../engine.ts'
import type { MeiliAccess } from '../meili-access.ts'
import { fuse, type WordFinds } from '../rules/fusion.ts'
import { rootOf, searchTerms } from '../rules/terms.ts'
import { segmentsOf } from './fts5-query.ts'
import { indexName, readerOf } from './meili-connection.ts'
import { acronymGroups } from './synonyms.ts'

/** The most rows that are read of one word of a need. */
const MOST_OF_A_WORD = 60

/** The runs of words of a query that mean one thing each. */
export function partsOf(db: Db, query: string): string[] {
  return segmentsOf(searchTerms(query), acronymGroups(db)).map(({ typed }) => typed)
}

/**
 * Answers a need: every part of it is searched by itself, whole (a phrase, in quotes) and by its root,
 * all in one request, and what they find is merged. Beginnings and typos are allowed where they help:
 * in the last part, and in one that nothing holds. Filters and counts of these few rows are then those
 * of the catalogue in memory.
 */
export async function softwareForNeed(
  db: Db,
  access: MeiliAccess,
  { q, software }: SearchQuestion,
  signal: AbortSignal | undefined,
): Promise<SearchFound['software']> {
  const parts = partsOf(db, q)
  const ask = (questions: string[][]) => askParts(access, questions, signal)
  const finds = await ask(
    parts.map((part, at) => [
      ...wholeAndRoot(part).map((words) => `"${words}"`),
      ...(at === parts.length - 1 ? [part] : []),
    ]),
  )
  const unknown = parts.filter((_part, at) => finds[at]?.total === 0)
  if (unknown.length > 0) finds.push(...(await ask(unknown.map((part) => [part]))))
  const near = software.near ? softwareUsedNear(db, software.near) : null
  const { ids, counts } = selectSoftware(db, { ...software, near, found: fuse(finds) })
  return {
    ids: ids.slice(software.offset, software.offset + software.limit),
    total: ids.length,
    counts,
  }
}

/** A single word by its root as well; an acronym's words stay together. */
function wholeAndRoot(part: string): string[] {
  const root = rootOf(part)
  return root === part || part.includes(' ') ? [part] : [part, root]
}

/** Asks for each part in several ways; what they find is one list, the first way first. */
async function askParts(
  access: MeiliAccess,
  parts: readonly string[][],
  signal: AbortSignal | undefined,
): Promise<WordFinds[]> {
  const query = (q: string): MultiSearchQuery => ({
    indexUid: indexName(access, 'software'),
    q,
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit: MOST_OF_A_WORD,
  })
  const reader = await readerOf(access)
  const { results } = await reader.multiSearch<MultiSearchParams, { id: number }>(
    { queries: parts.flat().map(query) },
    signal ? { signal } : {},
  )
  return parts.map((ways) => {
    const answers = results.splice(0, ways.length)
    return {
      ids: [...new Set(answers.flatMap(({ hits }) => hits.map(({ id }) => id)))],
      total: Math.max(0, ...answers.map(({ estimatedTotalHits }) => estimatedTotalHits ?? 0)),
    }
  })
}
