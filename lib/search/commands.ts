import { sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { readMeta, writeMeta } from '#lib/meta.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { buildDocuments, type SearchKind } from './internal/documents.ts'
import { ensureFtsTables, replaceDocuments } from './internal/fts5.ts'

const CURSOR = 'search-cursor:fts5'
/** Rows a transaction: large enough for FTS5 to write few segments, small enough to hold no writer up. */
const BATCH = 4_000

/** Notes, in the transaction of a write, which rows the search index has to read again. */
export function enqueueForSearch(tx: Tx, kind: SearchKind, ids: readonly number[]): void {
  tx.run(sql`INSERT INTO search_outbox (kind, subject_id)
    SELECT ${kind}, value FROM json_each(${JSON.stringify(ids)})`)
}

/**
 * Brings the embedded index up to date with the outbox, in order and in batches; each batch moves the
 * cursor in its own transaction, so a kill at any point loses and repeats nothing.
 * @returns the number of entries read.
 */
export function drainSearchOutbox(
  context: Pick<Context, 'db'>,
  progress: Progress = silentProgress,
): number {
  const { db } = context
  ensureFtsTables(db)
  let read = 0
  for (;;) {
    const count = inTransaction(db, (tx) => {
      const cursor = Number(readMeta(tx, CURSOR) ?? 0)
      const entries = tx.all<{ id: number; kind: SearchKind; subjectId: number }>(
        `SELECT id, kind, subject_id AS subjectId FROM search_outbox WHERE id > ${cursor} ORDER BY id LIMIT ${BATCH}`,
      )
      const last = entries.at(-1)
      if (!last) return 0
      for (const kind of ['software', 'organisation', 'function'] as const) {
        const ids = [...new Set(entries.filter((e) => e.kind === kind).map((e) => e.subjectId))]
        if (ids.length > 0) replaceDocuments(tx, kind, ids, buildDocuments(tx, kind, ids))
      }
      writeMeta(tx, CURSOR, String(last.id))
      tx.run(`DELETE FROM search_outbox WHERE id <= ${last.id}`)
      return entries.length
    })
    if (count === 0) return read
    read += count
    progress.step(count)
  }
}
