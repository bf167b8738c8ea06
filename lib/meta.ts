import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { meta } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'

export function readMeta(db: Db | Tx, key: string): string | undefined {
  return db.select({ value: meta.value }).from(meta).where(eq(meta.key, key)).get()?.value
}

export function writeMeta(tx: Tx, key: string, value: string): void {
  tx.insert(meta)
    .values({ key, value })
    .onConflictDoUpdate({ target: meta.key, set: { value } })
    .run()
}

const VERSION = 'catalogue-version'

/** Grows with every change of what the catalogue shows; what is kept in memory is refreshed from it. */
export function catalogueVersion(db: Db | Tx): number {
  return Number(readMeta(db, VERSION) ?? 0)
}

export function nextCatalogueVersion(tx: Tx): number {
  const next = catalogueVersion(tx) + 1
  writeMeta(tx, VERSION, String(next))
  return next
}

const DATASET = 'dataset'

/** What a database holds: `real` rows, or simulated ones that every page must announce. */
export type Dataset = 'real' | 'demo' | 'bench'

export function readDataset(db: Db): Dataset {
  const value = readMeta(db, DATASET)
  return value === 'demo' || value === 'bench' ? value : 'real'
}

export function writeDataset(tx: Tx, dataset: Dataset): void {
  writeMeta(tx, DATASET, dataset)
}
