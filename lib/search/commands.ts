import { sql } from 'drizzle-orm'
import { searchSynonym } from '#db/schema/system.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { nextCatalogueVersion, writeMeta } from '#lib/meta.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { mergedSlugs } from '#lib/software/resolve-slug.ts'
import { SEARCH_KINDS, type SearchKind } from './engine.ts'
import { textDocuments } from './internal/documents.ts'
import { ensureFtsTables, makeTable, replaceDocuments, swapTables } from './internal/fts5.ts'
import {
  cursorKey,
  cursorOf,
  dropReadEntries,
  entriesAfter,
  forgetCursor,
  idsOf,
  lastEntryId,
  subjectsOf,
} from './internal/outbox.ts'

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
 * @param batch rows a transaction; a server that answers meanwhile takes fewer.
 * @returns the number of entries read.
 */
export function drainSearchOutbox(
  context: Pick<Context, 'db'>,
  progress: Progress = silentProgress,
  batch = BATCH,
): number {
  const { db } = context
  ensureFtsTables(db)
  let read = 0
  for (;;) {
    const count = inTransaction(db, (tx) => {
      const entries = entriesAfter(tx, cursorOf(tx, 'fts5') ?? 0, batch)
      const last = entries.at(-1)
      if (!last) return 0
      for (const [kind, ids] of subjectsOf(entries)) {
        replaceDocuments(tx, kind, ids, textDocuments(tx, kind, ids))
      }
      writeMeta(tx, cursorKey('fts5'), String(last.id))
      dropReadEntries(tx)
      return entries.length
    })
    if (count === 0) return read
    read += count
    progress.step(count)
  }
}

/**
 * Fills new tables beside those that are searched, then puts them in their place in one transaction:
 * searches go on all the while. What is written meanwhile is kept in the outbox and read again after.
 */
export function rebuildEmbedded(
  { db }: Pick<Context, 'db'>,
  progress: Progress = silentProgress,
): void {
  ensureFtsTables(db)
  const ids = inTransaction(db, (tx) => {
    writeMeta(tx, cursorKey('fts5-rebuild'), String(lastEntryId(tx)))
    for (const kind of SEARCH_KINDS) makeTable(tx, kind, 'next')
    return new Map(SEARCH_KINDS.map((kind) => [kind, idsOf(tx, kind)]))
  })
  progress.start(
    'Index SQLite FTS5',
    [...ids.values()].reduce((n, list) => n + list.length, 0),
  )
  for (const [kind, all] of ids) {
    for (let at = 0; at < all.length; at += BATCH) {
      const some = all.slice(at, at + BATCH)
      inTransaction(db, (tx) =>
        replaceDocuments(tx, kind, some, textDocuments(tx, kind, some), 'next'),
      )
      progress.step(some.length)
    }
  }
  inTransaction(db, (tx) => {
    swapTables(tx)
    writeMeta(tx, cursorKey('fts5'), String(cursorOf(tx, 'fts5-rebuild') ?? 0))
    forgetCursor(tx, 'fts5-rebuild')
    dropReadEntries(tx)
  })
  progress.stop()
  drainSearchOutbox({ db })
}

export interface SynonymInput {
  kind: 'acronym' | 'alternative'
  name: string
  forms: string[]
  software: string[]
  reason: string
}

/**
 * Puts the list of synonyms in the place of the one before, and has every software that a proprietary
 * name leads to, or led to, indexed again.
 * @throws Forbidden
 */
export function loadSynonyms(context: Context, list: readonly SynonymInput[]): void {
  assertMay(context.actor, 'data.load')
  inTransaction(context.db, (tx) => {
    const before = tx.select().from(searchSynonym).all()
    tx.delete(searchSynonym).run()
    const merged = mergedSlugs(tx)
    const current = list.map((item) => ({
      ...item,
      software: [...new Set(item.software.map((slug) => merged.get(slug)?.slug ?? slug))],
    }))
    for (const item of current) tx.insert(searchSynonym).values(item).run()
    const slugs = [...new Set([...before, ...current].flatMap((item) => item.software))]
    const ids = tx
      .all<{ id: number }>(
        sql`SELECT id FROM software WHERE slug IN (SELECT value FROM json_each(${JSON.stringify(slugs)}))`,
      )
      .map((row) => row.id)
    enqueueForSearch(tx, 'software', ids)
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'synonyms.load',
      subjectKind: 'search',
      subject: '*',
      detail: { synonyms: list.length },
    })
  })
}
