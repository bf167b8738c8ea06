import { rmSync } from 'node:fs'
import path from 'node:path'
import { eq, ne } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { applicationDocument, applicationSnapshot } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { snapshotContent } from '../snapshot-schema.ts'
import { keptBefore } from './folder.ts'

/** Milliseconds that a file may lie there before its row is written. */
const IN_HAND = 3_600_000

/**
 * Removes files that no dossier has: those of an upload that never ended, and those that were taken out
 * of a dossier and that nothing submitted names.
 */
export function sweepDocuments(db: Db, folder: string, now: Date): void {
  inTransaction(db, (tx) => {
    const removed = tx
      .select()
      .from(applicationDocument)
      .where(ne(applicationDocument.removedAt, ''))
      .all()
    for (const { id, applicationId } of removed) {
      const named = tx
        .select({ content: applicationSnapshot.content })
        .from(applicationSnapshot)
        .where(eq(applicationSnapshot.applicationId, applicationId))
        .all()
        .some(({ content }) =>
          snapshotContent.parse(JSON.parse(content)).documents.some((file) => file.id === id),
        )
      if (!named) tx.delete(applicationDocument).where(eq(applicationDocument.id, id)).run()
    }
  })
  const known = new Set(
    db
      .select({ name: applicationDocument.storedAs })
      .from(applicationDocument)
      .all()
      .map(({ name }) => name),
  )
  for (const name of keptBefore(folder, new Date(now.getTime() - IN_HAND))) {
    if (!known.has(name)) rmSync(path.join(folder, name), { force: true })
  }
}
