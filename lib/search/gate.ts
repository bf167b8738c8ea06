import type { SearchKind } from './engine.ts'

/**
 * What the indexer knows of Meilisearch and the engine has to know, and the other way round. One a
 * process: the pages and the indexer are two bundles that share nothing but `globalThis`.
 */
export interface SearchGate {
  /** The index is there, of our version and made from this database: it may be asked. */
  ready: boolean
  /** An answer looked wrong: the indexer is to look at the index at once. */
  doubt: boolean
  circuit: 'closed' | 'open' | 'half-open'
  /** Version of the server; null before it first answered. */
  version: string | null
  documents: Record<SearchKind, number> | null
  /** What last went wrong, kept after it is mended. */
  lastError: SearchError | null
}

export interface SearchError {
  /** ISO 8601, UTC. */
  at: string
  /** What the public may know of it. */
  reason: 'slow' | 'unreachable' | 'refused' | 'unusable' | 'failed'
  /** The rest, which may name hosts of ours: for the log and the operator alone. */
  message: string
}

export function closedGate(): SearchGate {
  return {
    ready: false,
    doubt: false,
    circuit: 'closed',
    version: null,
    documents: null,
    lastError: null,
  }
}

const holder = globalThis as { mutualibreSearchGate?: SearchGate }

/** The gate of this process. */
export function searchGate(): SearchGate {
  holder.mutualibreSearchGate ??= closedGate()
  return holder.mutualibreSearchGate
}

/** Notes a failure. Messages of Meilisearch and of the network hold no key. */
export function noteError(gate: SearchGate, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  gate.lastError = {
    at: new Date().toISOString(),
    reason: reasonOf(error),
    message: (cause === '' ? message : `${message}: ${cause}`).slice(0, 500),
  }
}

function reasonOf(error: unknown): SearchError['reason'] {
  switch (error instanceof Error ? error.name : '') {
    case 'TaskCancelledError':
    case 'MeilisearchRequestTimeOutError':
    case 'MeilisearchTaskTimeOutError':
      return 'slow'
    case 'MeilisearchRequestError':
      return 'unreachable'
    case 'MeilisearchApiError':
      return 'refused'
    case 'MeiliUnusable':
      return 'unusable'
    default:
      return 'failed'
  }
}
