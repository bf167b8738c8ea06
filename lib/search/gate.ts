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
  /** ISO 8601, UTC. What last went wrong, kept after it is mended. */
  lastError: { at: string; message: string } | null
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
  const cause =
    error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
  gate.lastError = {
    at: new Date().toISOString(),
    message: `${error instanceof Error ? error.message : String(error)}${cause}`.slice(0, 500),
  }
}
