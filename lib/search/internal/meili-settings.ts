import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import type { Db } from '#db/client.ts'
import { backedCriteria } from '#lib/evidence/backed-criteria.ts'
import { FACETS } from '#lib/software/schema.ts'
import type { SearchKind } from '../engine.ts'
import { SEARCHED_FIELDS } from './documents.ts'
import { acronymGroups } from './synonyms.ts'

/** Raise it when what the documents hold changes without a change of the settings below. */
const DOCUMENTS = '3'

/** The oldest server whose answers we know: federated search with facets by index came then. */
export const OLDEST_SERVER = [1, 11] as const

/** How deep results may be paged, in rows; the same bound as the API's. */
const MAX_TOTAL_HITS = 10_000

const COMMON = {
  displayedAttributes: ['*'],
  // What is indexed and asked is folded, stemmed and free of stop words already: lib/search/rules/terms.ts.
  stopWords: [],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['fra'] }],
  nonSeparatorTokens: ['+', '#'],
  pagination: { maxTotalHits: MAX_TOTAL_HITS },
  // Below the 300 ms after which the embedded engine takes over: better a coarser order than none.
  searchCutoffMs: 200,
} satisfies Settings

const typos = (disableOnAttributes: string[] = []) => ({
  enabled: true,
  minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
  disableOnNumbers: true,
  disableOnAttributes,
})

/** The settings of each index: kept here, applied by building an index aside and swapping it in. */
export function meiliSettings(db: Db): Record<SearchKind, Settings> {
  const synonyms = Object.fromEntries(
    acronymGroups(db).flatMap((group) =>
      group.map((form) => [form, group.filter((other) => other !== form)]),
    ),
  )
  return {
    software: {
      ...COMMON,
      searchableAttributes: [...SEARCHED_FIELDS.software],
      filterableAttributes: ['id', ...FACETS, 'epcis', 'departements'],
      sortableAttributes: ['nameKey', 'total', 'business', 'updatedAt'],
      rankingRules: [
        'sort',
        'words',
        'typo',
        'exactness',
        'attributeRank',
        'proximity',
        'wordPosition',
        'confirmed:desc',
        'total:desc',
        'updatedAt:desc',
      ],
      typoTolerance: typos(),
      synonyms,
      faceting: { maxValuesPerFacet: 500 },
    },
    organisation: {
      ...COMMON,
      searchableAttributes: [...SEARCHED_FIELDS.organisation],
      rankingRules: ['words', 'typo', 'attributeRank', 'exactness', 'population:desc', 'proximity'],
      typoTolerance: typos(['codes']),
    },
    function: {
      ...COMMON,
      searchableAttributes: [...SEARCHED_FIELDS.function],
      rankingRules: ['words', 'typo', 'attributeRank', 'exactness', 'proximity', 'software:desc'],
      typoTolerance: typos(),
      synonyms,
    },
  }
}

/**
 * Names a version of settings and documents: an index of another version is built anew. The criteria that
 * software backs are in its document, and change with the reference grid alone.
 */
export function meiliVersion(db: Db): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        DOCUMENTS,
        meiliSettings(db),
        Object.values(backedCriteria(db).byFunction).map((by) => [...by]),
      ]),
    )
    .digest('hex')
    .slice(0, 16)
}
