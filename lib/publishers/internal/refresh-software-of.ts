import { inArray } from 'drizzle-orm'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'

/** Software is found by its publisher's name, and filtered by its kind. */
export function refreshSoftwareOf(tx: Tx, publisherIds: readonly number[]): void {
  if (publisherIds.length === 0) return
  const rows = tx
    .update(software)
    .set({ revision: nextCatalogueVersion(tx) })
    .where(inArray(software.publisherId, [...publisherIds]))
    .returning({ id: software.id })
    .all()
  enqueueForSearch(
    tx,
    'software',
    rows.map(({ id }) => id),
  )
}
