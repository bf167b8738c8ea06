import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { readMeta } from '#lib/meta.ts'
import { SEARCH_KINDS, type SearchKind } from '../engine.ts'
import { idList, SEARCHED_FIELDS, type TextDocument } from './documents.ts'
import { cursorOf, enqueueEverything } from './outbox.ts'

/** Raise it when the columns or the way of folding change: the tables are then made and filled anew. */
const VERSION = '3'

/**
 * Makes the FTS5 tables where they are missing or of another version, and queues every row for them.
 * They stay out of the migrations: drizzle drops a table's triggers when it rebuilds it. Words are
 * folded and stemmed before they come in, so the tokenizer only has to split at spaces.
 */
export function ensureFtsTables(db: Db): void {
  if (readMeta(db, 'fts5-version') === VERSION) return
  inTransaction(db, (tx) => {
    for (const kind of SEARCH_KINDS) makeTable(tx, kind, 'live')
    // Where nobody else reads it, what was waiting is among all that is queued now.
    if (cursorOf(tx, 'meilisearch') === undefined) tx.run(sql`DELETE FROM search_outbox`)
    enqueueEverything(tx)
    tx.run(
      sql`INSERT INTO meta VALUES ('fts5-version', ${VERSION}) ON CONFLICT DO UPDATE SET value = excluded.value`,
    )
  })
}

/** The tables that are searched, or those that a rebuild fills beside them. */
export type FtsGeneration = 'live' | 'next'

const tableOf = (kind: SearchKind, generation: FtsGeneration) =>
  sql.raw(`${kind}_fts${generation === 'next' ? '_next' : ''}`)

/** Makes a table of one kind, empty. */
export function makeTable(tx: Tx, kind: SearchKind, generation: FtsGeneration): void {
  const table = tableOf(kind, generation)
  tx.run(sql`DROP TABLE IF EXISTS ${table}`)
  tx.run(
    sql`CREATE VIRTUAL TABLE ${table} USING fts5(${sql.raw(SEARCHED_FIELDS[kind].join(', '))},
      tokenize = "unicode61 remove_diacritics 0 tokenchars '+#'", prefix = '2 3 4')`,
  )
}

/** Puts the tables of a rebuild in the place of those that are searched. */
export function swapTables(tx: Tx): void {
  for (const kind of SEARCH_KINDS) {
    tx.run(sql`DROP TABLE ${tableOf(kind, 'live')}`)
    tx.run(sql`ALTER TABLE ${tableOf(kind, 'next')} RENAME TO ${tableOf(kind, 'live')}`)
  }
}

/** Puts documents in the place of those of the same rows; a row without a document leaves the index. */
export function replaceDocuments(
  tx: Tx,
  kind: SearchKind,
  ids: readonly number[],
  documents: readonly TextDocument[],
  generation: FtsGeneration = 'live',
): void {
  const table = tableOf(kind, generation)
  const columns = SEARCHED_FIELDS[kind]
  tx.run(sql`DELETE FROM ${table} WHERE rowid IN ${idList(ids)}`)
  // json_each carries a whole batch in one parameter: one statement instead of thousands.
  const values = columns.map((column) => sql.raw(`value ->> '$.fields.${column}'`))
  tx.run(sql`INSERT INTO ${table} (rowid, ${sql.raw(columns.join(', '))})
    SELECT value ->> '$.id', ${sql.join(values, sql`, `)} FROM json_each(${JSON.stringify(documents)})`)
}

/** Weights of bm25 by column: the name counts most. */
const WEIGHTS: Record<SearchKind, string> = {
  software: '14.0, 12.0, 9.0, 6.0, 3.0, 1.0',
  organisation: '5.0, 2.0, 1.0',
  function: '6.0, 5.0, 1.0',
}

export interface Hit {
  id: number
  /** bm25: the lower, the better. */
  score: number
}

/** Rows that an FTS5 expression finds, best first. The expression holds quoted words only. */
export function matching(db: Db | Tx, kind: SearchKind, match: string, limit: number): Hit[] {
  const table = tableOf(kind, 'live')
  return db.all<Hit>(
    sql`SELECT rowid AS id, rank AS score FROM ${table} WHERE ${table} MATCH ${match}
      AND rank MATCH ${`bm25(${WEIGHTS[kind]})`} ORDER BY rank LIMIT ${limit}`,
  )
}

/** The fields in which a word tells what a row is, rather than what it mentions. */
const TELLING: Record<SearchKind, string> = {
  software: 'name aliases instead functions',
  organisation: 'name aliases codes',
  function: 'name synonyms',
}

/** Rows that an expression finds beyond which ranking them all takes too long: bm25 reads every one. */
const MANY = 1_000

/**
 * The same where it may find a good part of the index (a few letters): only what holds the words in a
 * telling field is ranked, the rest follows in an order of its own.
 * @param order every row's id in that order; without it, everything is ranked.
 */
export function matchingMany(
  db: Db,
  kind: SearchKind,
  match: string,
  limit: number,
  order: readonly number[] | undefined,
): Hit[] {
  if (!order) return matching(db, kind, match, limit)
  const table = tableOf(kind, 'live')
  const all = new Set(
    db
      .all<{ id: number }>(sql`SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ${match}`)
      .map((row) => row.id),
  )
  if (all.size <= MANY) return matching(db, kind, match, limit)
  const ranked = matching(db, kind, `{${TELLING[kind]}} : (${match})`, limit)
  for (const { id } of ranked) all.delete(id)
  const rest = order.filter((id) => all.has(id))
  // Each its own score: the order is settled, there is no tie to break.
  return [...ranked, ...rest.map((id, at) => ({ id, score: at }))].slice(0, limit)
}
