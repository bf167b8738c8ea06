import {
  type FederatedMultiSearchParams,
  MeilisearchApiError,
  type MultiSearchParams,
  type MultiSearchQuery,
} from 'meilisearch'
import type { Db } from '#db/client.ts'
import { FACETS, type Facet, type FacetCounts, type Sort } from '#lib/software/schema.ts'
import type { FoundIds, SearchEngine, SearchFound, SearchQuestion } from '../engine.ts'
import type { MeiliAccess } from '../meili-access.ts'
import { NEED } from '../rules/fusion.ts'
import { nameTerms, searchTerms } from '../rules/terms.ts'
import { forgetReader, indexName, readerOf } from './meili-connection.ts'
import { facetFilters, nearFilters } from './meili-filter.ts'
import { partsOf, softwareForNeed } from './meili-need.ts'

/**
 * Meilisearch. The software, the counts of each facet that is asked for (which leave its own filter
 * out), the organisations and the functions travel in one request. A need told in several words takes
 * another way (see softwareForNeed).
 */
export function meiliEngine(access: MeiliAccess, db: Db): SearchEngine {
  return {
    name: 'meilisearch',
    async search(question, signal) {
      try {
        return await answer(question, signal)
      } catch (error) {
        // A server that was made anew has other keys: ours is asked for again.
        if (error instanceof MeilisearchApiError && error.cause?.code === 'invalid_api_key') {
          forgetReader(access)
        }
        throw error
      }
    },
  }

  async function answer(question: SearchQuestion, signal?: AbortSignal): Promise<SearchFound> {
    const parts = partsOf(db, question.q).length
    if (parts >= NEED) return need(question, signal)
    const whole = await ask(access, question, 'all', signal)
    return parts > 1 && whole.software.total === 0 ? need(question, signal) : whole
  }

  async function need(question: SearchQuestion, signal?: AbortSignal): Promise<SearchFound> {
    const beside = { ...question, software: { ...question.software, limit: 0, facets: false } }
    const [software, others] = await Promise.all([
      softwareForNeed(db, access, question, signal),
      question.organisations + question.functions > 0
        ? ask(access, beside, 'frequency', signal)
        : { organisations: NONE, functions: NONE },
    ])
    return { ...others, engine: 'meilisearch', software }
  }
}

type Strategy = 'all' | 'frequency'
interface Hit {
  id: number
}

async function ask(
  access: MeiliAccess,
  question: SearchQuestion,
  strategy: Strategy,
  signal: AbortSignal | undefined,
): Promise<SearchFound> {
  const reader = await readerOf(access)
  const { software, near, facets, organisations, functions } = queriesOf(access, question, strategy)
  const alone = near === null && (question.software.limit > 0 || question.software.facets)
  const queries = [...(alone ? [software] : []), ...facets.values(), ...organisations, ...functions]
  const options = signal ? { signal } : {}
  const [nearest, answer] = await Promise.all([
    near ? reader.multiSearch<FederatedMultiSearchParams, Hit>(near, options) : null,
    queries.length > 0 ? reader.multiSearch<MultiSearchParams, Hit>({ queries }, options) : null,
  ])
  const results = [...(answer?.results ?? [])]
  const next = () => results.shift()
  const found = nearest ?? (alone ? next() : undefined)
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as FacetCounts
  const take = (facet: Facet, distribution?: Record<string, Record<string, number>>) => {
    counts[facet] = distribution?.[facet] ?? {}
  }
  const whole = nearest
    ? nearest.facetsByIndex?.[indexName(access, 'software')]?.distribution
    : found && 'facetDistribution' in found
      ? found.facetDistribution
      : undefined
  for (const facet of FACETS) {
    take(facet, facets.has(facet) ? next()?.facetDistribution : whole)
  }
  return {
    engine: 'meilisearch',
    software: { ...(found ? idsOf(found) : NONE), counts },
    organisations: organisations.length > 0 ? idsOf(next()) : NONE,
    functions: functions.length > 0 ? idsOf(next()) : NONE,
  }
}

const NONE: FoundIds = { ids: [], total: 0 }

/** What a question is asked in, as it goes over the wire: for measuring the server by itself. */
export function requestOf(access: MeiliAccess, question: SearchQuestion): MultiSearchParams {
  const { software, facets, organisations, functions } = queriesOf(access, question, 'all')
  return { queries: [software, ...facets.values(), ...organisations, ...functions] }
}

function idsOf(
  result: { hits: Hit[]; totalHits?: number; estimatedTotalHits?: number } | undefined,
): FoundIds {
  if (!result) throw new Error('Meilisearch answered fewer results than it was asked for')
  return {
    ids: result.hits.map(({ id }) => id),
    total: result.totalHits ?? result.estimatedTotalHits ?? 0,
  }
}

const SORTED: Record<Sort, string[] | undefined> = {
  pertinence: undefined,
  proximite: undefined,
  utilisateurs: ['total:desc', 'business:desc', 'nameKey:asc'],
  nom: ['nameKey:asc'],
  recent: ['updatedAt:desc', 'nameKey:asc'],
}

/** Each circle weighs so much less than the one inside it that no rank in it can make up for it. */
const CIRCLE_WEIGHT = 1e-4

function queriesOf(access: MeiliAccess, question: SearchQuestion, strategy: Strategy) {
  const { wanted, near, sort, offset, limit, facets } = question.software
  const asked = {
    indexUid: indexName(access, 'software'),
    q: searchTerms(question.q).join(' '),
    matchingStrategy: strategy,
    attributesToRetrieve: ['id'],
  } satisfies MultiSearchQuery
  const order = SORTED[sort]
  const software: MultiSearchQuery = {
    ...asked,
    filter: facetFilters(wanted),
    offset,
    limit,
    ...(order ? { sort: order } : {}),
    ...(facets ? { facets: [...FACETS] } : {}),
  }
  const circles = near ? nearFilters(near) : []
  // A facet's own counts ignore its own filter, so that one sees what another value would give.
  const counted = facets ? FACETS.filter((facet) => wanted[facet].length > 0) : []
  return {
    software,
    near: near ? nearQuery(asked, question, circles) : null,
    facets: new Map<Facet, MultiSearchQuery>(
      counted.map((facet) => [
        facet,
        {
          ...asked,
          filter: [...facetFilters(wanted, facet), ...anyCircle(near ? circles : null)],
          facets: [facet],
          limit: 0,
        },
      ]),
    ),
    organisations: besides(question.organisations, {
      indexUid: indexName(access, 'organisation'),
      q: nameTerms(question.q).join(' '),
      matchingStrategy: 'all',
      attributesToRetrieve: ['id'],
    }),
    functions: besides(question.functions, { ...asked, indexUid: indexName(access, 'function') }),
  }
}

const besides = (limit: number, query: MultiSearchQuery): MultiSearchQuery[] =>
  limit > 0 ? [{ ...query, limit }] : []

const NOWHERE = 'id = -1'

/** Around a place that has no circle at all, nothing is near. */
const anyCircle = (circles: readonly string[] | null): string[] =>
  circles === null
    ? []
    : [circles.length === 0 ? NOWHERE : circles.map((circle) => `(${circle})`).join(' OR ')]

/** One query a circle, merged: nearest first, or in the order asked for when that is another. */
function nearQuery(
  asked: MultiSearchQuery,
  { software: { wanted, sort, offset, limit, facets } }: SearchQuestion,
  circles: readonly string[],
): FederatedMultiSearchParams {
  const order = SORTED[sort]
  const all = { ...asked, ...(order ? { sort: order } : {}) }
  const filters =
    order || sort === 'pertinence' || circles.length === 0 ? anyCircle(circles) : circles
  return {
    federation: {
      offset,
      limit,
      ...(facets ? { facetsByIndex: { [asked.indexUid]: [...FACETS] } } : {}),
    },
    queries: filters.map((circle, at) => ({
      ...all,
      filter: [...facetFilters(wanted), circle],
      federationOptions: { weight: CIRCLE_WEIGHT ** at },
    })),
  }
}
