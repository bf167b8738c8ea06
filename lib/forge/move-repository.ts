import { eq } from 'drizzle-orm'
import {
  activityMonth,
  repository,
  repositoryPubliccode,
  softwareRelease,
} from '#db/schema/forge.ts'
import type { Tx } from '#db/transaction.ts'

/**
 * What was read of the repository of an entry that goes is kept for the one that remains, where that one
 * follows none of its own; else it goes with the entry.
 */
export function moveRepositoryIn(tx: Tx, fromId: number, intoId: number): void {
  const own = tx.select().from(repository).where(eq(repository.softwareId, intoId)).get()
  if (own) return
  for (const table of [repository, repositoryPubliccode, softwareRelease, activityMonth] as const) {
    tx.update(table).set({ softwareId: intoId }).where(eq(table.softwareId, fromId)).run()
  }
}
