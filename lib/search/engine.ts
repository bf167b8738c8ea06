import type { FacetCounts, Sort, WantedFacets } from '#lib/software/schema.ts'

export const SEARCH_KINDS = ['software', 'organisation', 'function'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** Where "near me" is: an organisation's intercommunalité, département and région. */
export interface Place {
  /** Row id of the EPCI with own taxation; null where there is none. */
  epciId: number | null
  /** INSEE codes; empty where the organisation is of no département or no région. */
  departement: string
  region: string
}

/** What is asked of an engine: words, what narrows the software, and how many of each kind to answer. */
export interface SearchQuestion {
  /** What was typed, at most 200 characters, never empty. */
  q: string
  software: {
    wanted: WantedFacets
    /** Only what is used there, nearest first unless another sort is asked for. */
    near: Place | null
    sort: Sort
    offset: number
    limit: number
    /** Whether the counts of the facets are wanted. */
    facets: boolean
  }
  /** How many organisations and functions to answer; 0 asks for none. */
  organisations: number
  functions: number
}

/** Row ids, best first, and how many there are in all. */
export interface FoundIds {
  ids: number[]
  total: number
}

export interface SearchFound {
  /** The engine that answered. */
  engine: EngineName
  software: FoundIds & { counts: FacetCounts }
  organisations: FoundIds
  functions: FoundIds
}

export type EngineName = 'fts5' | 'meilisearch'

/**
 * The one port of search. Engines rank, filter and count; what is shown of a row is always read from
 * the database. Both engines pass the same tests (engines.test.ts).
 */
export interface SearchEngine {
  readonly name: EngineName
  search(question: SearchQuestion, signal?: AbortSignal): Promise<SearchFound>
}
