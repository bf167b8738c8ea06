import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { readMeta } from '#lib/meta.ts'
import type { SearchDocument, SearchKind } from './documents.ts'

/** Raise it when the columns or the way of folding change: the tables are then made and filled anew. */
const VERSION = '1'

const COLUMNS: Record<SearchKind, string[]> = {
  software: ['name', 'aliases', 'functions', 'summary', 'description'],
  organisation: ['name', 'aliases'],
  function: ['name', 'synonyms', 'context'],
}

/**
 * Makes the FTS5 tables where they are missing or of another version, and queues every row for them.
 * They stay out of the migrations: drizzle drops a table's triggers when it rebuilds it. Words are
 * folded and stemmed before they come in, so the tokenizer only has to split at spaces.
 */
export function ensureFtsTables(db: Db): void {
  if (readMeta(db, 'fts5-version') === VERSION) return
  inTransaction(db, (tx) => {
    for (const [kind, columns] of Object.entries(COLUMNS)) {
      const table = sql.raw(`${kind}_fts`)
      tx.run(sql`DROP TABLE IF EXISTS ${table}`)
      tx.run(
        sql`CREATE VIRTUAL TABLE ${table} USING fts5(${sql.raw(columns.join(', '))},
          tokenize = "unicode61 remove_diacritics 0 tokenchars '+#'", prefix = '2 3 4')`,
      )
    }
    // Every row is queued: what was waiting is among them.
    tx.run(sql`DELETE FROM search_outbox`)
    for (const [kind, from] of [
      ['software', 'software'],
      ['organisation', 'organisation'],
      ['function', 'business_function'],
    ] as const) {
      tx.run(
        sql`INSERT INTO search_outbox (kind, subject_id) SELECT ${kind}, id FROM ${sql.raw(from)}`,
      )
    }
    tx.run(
      sql`INSERT INTO meta VALUES ('fts5-version', ${VERSION}) ON CONFLICT DO UPDATE SET value = excluded.value`,
    )
  })
}

/** Puts documents in the place of those of the same rows; a row without a document leaves the index. */
export function replaceDocuments(
  tx: Tx,
  kind: SearchKind,
  ids: readonly number[],
  documents: readonly SearchDocument[],
): void {
  const table = sql.raw(`${kind}_fts`)
  const columns = COLUMNS[kind]
  tx.run(sql`DELETE FROM ${table} WHERE rowid IN (${sql.raw(ids.map(Number).join(','))})`)
  // json_each carries a whole batch in one parameter: one statement instead of thousands.
  const values = columns.map((_column, index) => sql.raw(`value ->> '$.fields[${index}]'`))
  tx.run(sql`INSERT INTO ${table} (rowid, ${sql.raw(columns.join(', '))})
    SELECT value ->> '$.id', ${sql.join(values, sql`, `)} FROM json_each(${JSON.stringify(documents)})`)
}

/** Weights of bm25 by column: the name counts most. */
const WEIGHTS: Record<SearchKind, string> = {
  software: '12.0, 10.0, 5.0, 3.0, 1.0',
  organisation: '5.0, 2.0',
  function: '6.0, 5.0, 1.0',
}

/** Whole-word finds from which beginnings of words would only add noise. */
const ENOUGH = 20

/**
 * Ids of the rows that hold every word, best first: those that hold the last word whole and, when these are
 * few, after them those that hold a word beginning so ("SIG" is not "signature"). Every word is quoted: what a visitor types is never
 * read as FTS5 syntax.
 * @param terms folded words; the last one may be the beginning of a word.
 */
export function searchFts(db: Db | Tx, kind: SearchKind, terms: string[], limit: number): number[] {
  if (terms.length === 0) return []
  const quoted = terms.map((term) => `"${term.replaceAll('"', '')}"`).join(' ')
  const whole = matching(db, kind, quoted, limit)
  if (whole.length >= ENOUGH) return whole
  const seen = new Set(whole)
  const begun = matching(db, kind, `${quoted}*`, limit).filter((id) => !seen.has(id))
  return [...whole, ...begun].slice(0, limit)
}

function matching(db: Db | Tx, kind: SearchKind, match: string, limit: number): number[] {
  const table = sql.raw(`${kind}_fts`)
  return db
    .all<{ id: number }>(
      sql`SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ${match}
        AND rank MATCH ${`bm25(${WEIGHTS[kind]})`} ORDER BY rank LIMIT ${limit}`,
    )
    .map((row) => row.id)
}
