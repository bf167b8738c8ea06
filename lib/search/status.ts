import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { readMeta } from '#lib/meta.ts'
import { type EngineName, SEARCH_KINDS, type SearchKind } from './engine.ts'
import type { SearchError, SearchGate } from './gate.ts'
import { writerOf } from './internal/meili-connection.ts'
import { assertKnownVersion, countDocuments, readState } from './internal/meili-index.ts'
import { meiliVersion } from './internal/meili-settings.ts'
import { lagOf } from './internal/outbox.ts'
import type { MeiliAccess } from './meili-access.ts'

export interface SearchStatus {
  /** The engine that answers visitors now. */
  engine: EngineName
  documents: Record<SearchKind, number>
  /** Changes that this engine's index has yet to take in. */
  lag: number
  /** Only where Meilisearch is set: how it is, whichever engine answers. */
  meilisearch: {
    version: string | null
    ready: boolean
    circuit: SearchGate['circuit']
    documents: Record<SearchKind, number> | null
    lag: number
  } | null
  /** What last went wrong, kept after it is mended. */
  lastError: SearchError | null
}

/** How the search of this process is, from what it knows already: no request leaves. */
export function searchStatus(
  db: Db,
  options: { access: MeiliAccess | null; gate: SearchGate },
): SearchStatus {
  const { access, gate } = options
  const asked = access !== null && gate.ready && gate.circuit === 'closed'
  const engine = asked ? 'meilisearch' : 'fts5'
  return {
    engine,
    documents: (asked ? gate.documents : null) ?? embeddedDocuments(db),
    lag: lagOf(db, engine),
    meilisearch: access
      ? {
          version: gate.version,
          ready: gate.ready,
          circuit: gate.circuit,
          documents: gate.documents,
          lag: lagOf(db, 'meilisearch'),
        }
      : null,
    lastError: gate.lastError,
  }
}

/** How many documents the embedded index holds. */
export function embeddedDocuments(db: Db): Record<SearchKind, number> {
  // FTS5's own table of sizes: one row a document, and quick to count.
  return Object.fromEntries(
    SEARCH_KINDS.map((kind) => [
      kind,
      db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.raw(`${kind}_fts_docsize`)}`).n,
    ]),
  ) as Record<SearchKind, number>
}

export interface MeiliReport {
  version: string
  /** Whether the index is of our version of settings and documents. */
  current: boolean
  documents: Record<SearchKind, number>
  lag: number
}

/** Asks the server itself how it is. @throws when it does not answer, or is of an unknown version. */
export async function askMeilisearch(db: Db, access: MeiliAccess): Promise<MeiliReport> {
  const writer = writerOf(access)
  const version = await assertKnownVersion(writer)
  const state = await readState(writer, access)
  return {
    version,
    current: state?.version === meiliVersion(db),
    documents: await countDocuments(access),
    lag: lagOf(db, 'meilisearch'),
  }
}

/** What the indexer of a server last failed at, for a command in another process. */
export function lastRecordedError(db: Db): SearchError | null {
  const value = readMeta(db, LAST_ERROR)
  return value === undefined ? null : (JSON.parse(value) as SearchError)
}

export const LAST_ERROR = 'search-last-error'
