import { sql } from 'drizzle-orm'
import type { Meilisearch } from 'meilisearch'
import type { Db } from '#db/client.ts'
import { inTransaction } from '#db/transaction.ts'
import { readMeta, writeMeta } from '#lib/meta.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { SEARCH_KINDS } from '../engine.ts'
import type { MeiliAccess } from '../meili-access.ts'
import { indexName, writerOf } from './meili-connection.ts'
import { meiliDocuments } from './meili-documents.ts'
import { assertKnownVersion, catalogueId, done, type IndexState } from './meili-index.ts'
import { meiliSettings, meiliVersion } from './meili-settings.ts'
import { cursorKey, cursorOf, dropReadEntries, forgetCursor, idsOf, lastEntryId } from './outbox.ts'

/** Documents a request. */
const BATCH = 2_000

const LEASE = 'search-rebuild-until'
/** A rebuild that has shown no life for so long, in milliseconds, is dead. */
const LEASE_LENGTH = 60_000

/** Another process is rebuilding the index right now. */
export class RebuildRunning extends Error {
  override name = 'RebuildRunning'
}

/**
 * Builds every index anew beside the live one, then puts it in its place in one step: searches go on
 * all the while. Outbox entries that come meanwhile are kept and read again afterwards, by the new index.
 * @throws RebuildRunning
 */
export async function rebuildMeili(
  db: Db,
  access: MeiliAccess,
  progress: Progress = silentProgress,
): Promise<void> {
  const writer = writerOf(access)
  await assertKnownVersion(writer)
  takeLease(db)
  try {
    await buildAside(db, writer, access, progress)
    await swapIn(writer, access)
    inTransaction(db, (tx) => {
      writeMeta(tx, cursorKey('meilisearch'), String(cursorOf(tx, 'meilisearch-rebuild') ?? 0))
      forgetCursor(tx, 'meilisearch-rebuild')
      dropReadEntries(tx)
    })
    await dropAside(writer, access)
  } finally {
    db.run(sql`DELETE FROM meta WHERE key = ${LEASE}`)
  }
}

/** Also where the outbox is read again from: from here on, nothing of it is dropped. */
function takeLease(db: Db): void {
  inTransaction(db, (tx) => {
    if (Number(readMeta(tx, LEASE) ?? 0) > Date.now()) {
      throw new RebuildRunning('the search index is being rebuilt by another process')
    }
    writeMeta(tx, LEASE, String(Date.now() + LEASE_LENGTH))
    writeMeta(tx, cursorKey('meilisearch-rebuild'), String(lastEntryId(tx)))
  })
}

function renewLease(db: Db): void {
  inTransaction(db, (tx) => writeMeta(tx, LEASE, String(Date.now() + LEASE_LENGTH)))
}

/**
 * Takes up what a rebuild that was killed left behind. It may have swapped its index in already: what
 * came since it began is read again, which does no harm where it had not.
 */
export function recoverFromDeadRebuild(db: Db): void {
  inTransaction(db, (tx) => {
    const began = cursorOf(tx, 'meilisearch-rebuild')
    if (began === undefined || Number(readMeta(tx, LEASE) ?? 0) > Date.now()) return
    const cursor = cursorOf(tx, 'meilisearch')
    if (cursor !== undefined) {
      writeMeta(tx, cursorKey('meilisearch'), String(Math.min(cursor, began)))
    }
    forgetCursor(tx, 'meilisearch-rebuild')
  })
}

async function buildAside(
  db: Db,
  writer: Meilisearch,
  access: MeiliAccess,
  progress: Progress,
): Promise<void> {
  await dropAside(writer, access)
  const settings = meiliSettings(db)
  const state: IndexState = { id: 'state', version: meiliVersion(db), catalogue: catalogueId(db) }
  const ids = new Map(SEARCH_KINDS.map((kind) => [kind, idsOf(db, kind)]))
  progress.start(
    'Index Meilisearch',
    [...ids.values()].reduce((n, list) => n + list.length, 0),
  )
  for (const kind of SEARCH_KINDS) {
    const name = indexName(access, kind, 'next')
    await done(writer.createIndex(name, { primaryKey: 'id' }))
    await done(writer.index(name).updateSettings(settings[kind]))
    const all = ids.get(kind) ?? []
    for (let at = 0; at < all.length; at += BATCH) {
      const some = all.slice(at, at + BATCH)
      await done(writer.index(name).addDocuments(meiliDocuments(db, kind, some)))
      renewLease(db)
      progress.step(some.length)
    }
  }
  const stateIndex = indexName(access, 'state', 'next')
  await done(writer.createIndex(stateIndex, { primaryKey: 'id' }))
  await done(writer.index(stateIndex).addDocuments([state]))
  progress.stop()
}

async function swapIn(writer: Meilisearch, access: MeiliAccess): Promise<void> {
  const { results } = await writer.getRawIndexes({ limit: 10_000 })
  const present = new Set(results.map(({ uid }) => uid))
  const pairs = [...SEARCH_KINDS, 'state' as const].map(
    (index) => [indexName(access, index), indexName(access, index, 'next')] as const,
  )
  // Both sides of a swap must exist.
  for (const [live] of pairs) {
    if (!present.has(live)) await done(writer.createIndex(live, { primaryKey: 'id' }))
  }
  await done(
    writer.swapIndexes(pairs.map(([live, next]) => ({ indexes: [live, next], rename: false }))),
  )
}

async function dropAside(writer: Meilisearch, access: MeiliAccess): Promise<void> {
  for (const index of [...SEARCH_KINDS, 'state' as const]) {
    await writer.deleteIndexIfExists(indexName(access, index, 'next'))
  }
}
