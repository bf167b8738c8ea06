import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import { readMeta } from '#lib/meta.ts'
import type { SearchKind } from '../engine.ts'

export interface OutboxEntry {
  id: number
  kind: SearchKind
  subjectId: number
}

/**
 * Who reads the outbox; each has its own cursor, the id of the last entry it has dealt with. A rebuild
 * holds a cursor of its own, where it began, so that what comes meanwhile is kept for it.
 */
const READERS = ['fts5', 'fts5-rebuild', 'meilisearch', 'meilisearch-rebuild'] as const
export type OutboxReader = (typeof READERS)[number]

export const cursorKey = (reader: OutboxReader) => `search-cursor:${reader}`

/** The next entries for a reader, in order. */
export function entriesAfter(db: Db | Tx, cursor: number, limit: number): OutboxEntry[] {
  return db.all<OutboxEntry>(sql`SELECT id, kind, subject_id AS subjectId FROM search_outbox
    WHERE id > ${cursor} ORDER BY id LIMIT ${limit}`)
}

/** The ids of a batch by kind, each once. */
export function subjectsOf(entries: readonly OutboxEntry[]): Map<SearchKind, number[]> {
  const subjects = new Map<SearchKind, Set<number>>()
  for (const { kind, subjectId } of entries) {
    const ids = subjects.get(kind) ?? new Set()
    subjects.set(kind, ids.add(subjectId))
  }
  return new Map([...subjects].map(([kind, ids]) => [kind, [...ids]]))
}

export const TABLES = {
  software: 'software',
  organisation: 'organisation',
  function: 'business_function',
} as const satisfies Record<SearchKind, string>

/** The ids of every row there is of a kind. */
export function idsOf(db: Db | Tx, kind: SearchKind): number[] {
  return db
    .all<{ id: number }>(sql`SELECT id FROM ${sql.raw(TABLES[kind])} ORDER BY id`)
    .map((row) => row.id)
}

/** Queues every row there is. */
export function enqueueEverything(tx: Tx): void {
  for (const [kind, table] of Object.entries(TABLES)) {
    tx.run(
      sql`INSERT INTO search_outbox (kind, subject_id) SELECT ${kind}, id FROM ${sql.raw(table)}`,
    )
  }
}

/**
 * The id that the next entry follows. AUTOINCREMENT never gives an id twice, even after every entry has
 * been dropped, so that a cursor stays true.
 */
export function lastEntryId(db: Db | Tx): number {
  const row = db.get<{ seq: number } | undefined>(
    sql`SELECT seq FROM sqlite_sequence WHERE name = 'search_outbox'`,
  )
  return row?.seq ?? 0
}

/** Where a reader stands; undefined when it has never read, or may have missed entries. */
export function cursorOf(db: Db | Tx, reader: OutboxReader): number | undefined {
  const value = readMeta(db, cursorKey(reader))
  return value === undefined ? undefined : Number(value)
}

/** Entries that wait for a reader. */
export function lagOf(db: Db | Tx, reader: OutboxReader): number {
  const { n } = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM search_outbox WHERE id > ${cursorOf(db, reader) ?? 0}`,
  )
  return n
}

/** Beyond these, a reader that is away is given up: it is rebuilt when it comes back. */
const MOST_KEPT = 500_000

/** Drops what every reader has read. */
export function dropReadEntries(tx: Tx): void {
  const oldest = lastEntryId(tx) - MOST_KEPT
  const cursors: number[] = []
  for (const reader of READERS) {
    const cursor = cursorOf(tx, reader)
    if (cursor === undefined) continue
    if (reader !== 'fts5' && cursor < oldest) forgetCursor(tx, reader)
    else cursors.push(cursor)
  }
  if (cursors.length === 0) return
  tx.run(sql`DELETE FROM search_outbox WHERE id <= ${Math.min(...cursors)}`)
}

export function forgetCursor(tx: Db | Tx, reader: OutboxReader): void {
  tx.run(sql`DELETE FROM meta WHERE key = ${cursorKey(reader)}`)
}
