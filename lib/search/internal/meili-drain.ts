import type { Db } from '#db/client.ts'
import { inTransaction } from '#db/transaction.ts'
import { writeMeta } from '#lib/meta.ts'
import type { MeiliAccess } from '../meili-access.ts'
import { indexName, writerOf } from './meili-connection.ts'
import { meiliDocuments } from './meili-documents.ts'
import { done } from './meili-index.ts'
import { cursorKey, cursorOf, dropReadEntries, entriesAfter, subjectsOf } from './outbox.ts'

/** Entries a batch: some seconds of work for the server at most. */
const BATCH = 1_000

/**
 * Brings Meilisearch up to date with the outbox, in order and in batches. A batch is sent, and the
 * cursor moved only once the server has written it: killed in between, it is sent again, to the same
 * end, because a document always replaces the one before.
 * @returns the number of entries read; 0 too where nothing was ever built, which is for a rebuild.
 */
export async function drainToMeili(db: Db, access: MeiliAccess): Promise<number> {
  let read = 0
  for (;;) {
    const cursor = cursorOf(db, 'meilisearch')
    if (cursor === undefined) return read
    const entries = entriesAfter(db, cursor, BATCH)
    const last = entries.at(-1)
    if (!last) return read
    await send(db, access, subjectsOf(entries))
    const moved = inTransaction(db, (tx) => {
      // A rebuild that ended meanwhile has put the cursor back: what was sent went to the old index.
      if (cursorOf(tx, 'meilisearch') !== cursor) return false
      writeMeta(tx, cursorKey('meilisearch'), String(last.id))
      dropReadEntries(tx)
      return true
    })
    if (moved) read += entries.length
  }
}

async function send(
  db: Db,
  access: MeiliAccess,
  subjects: ReturnType<typeof subjectsOf>,
): Promise<void> {
  const writer = writerOf(access)
  const tasks = [...subjects].flatMap(([kind, ids]) => {
    const index = writer.index(indexName(access, kind))
    const documents = meiliDocuments(db, kind, ids)
    const present = new Set(documents.map(({ id }) => id))
    const gone = ids.filter((id) => !present.has(id))
    return [
      ...(documents.length > 0 ? [index.addDocuments(documents, { primaryKey: 'id' })] : []),
      ...(gone.length > 0 ? [index.deleteDocuments(gone)] : []),
    ]
  })
  await Promise.all(tasks.map(done))
}
