import { eq, inArray } from 'drizzle-orm'
import { providerService } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'

/**
 * Whether a software has a provider is one of its facets: where that may have changed, the list in memory
 * and the search engine read it anew. The entry itself has not changed, nor its date.
 */
export function followSoftware(tx: Tx, softwareIds: readonly number[]): void {
  if (softwareIds.length === 0) return
  tx.update(software)
    .set({ revision: nextCatalogueVersion(tx) })
    .where(inArray(software.id, [...softwareIds]))
    .run()
  enqueueForSearch(tx, 'software', softwareIds)
}

/** The same for all that a provider serves: it appears, or goes. */
export function followProvider(tx: Tx, providerId: number): void {
  const rows = tx
    .selectDistinct({ id: providerService.softwareId })
    .from(providerService)
    .where(eq(providerService.providerId, providerId))
    .all()
  followSoftware(
    tx,
    rows.map(({ id }) => id),
  )
}
