import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import { readMeta, writeMeta } from '#lib/meta.ts'

const key = (year: number) => `label-results-confirmed:${year}`

/** When an organiser confirmed the results of an edition; empty for not, or not any more. */
export const resultsConfirmedAt = (db: Db | Tx, year: number): string =>
  readMeta(db, key(year)) ?? ''

export const markResults = (tx: Tx, year: number, at: string): void => writeMeta(tx, key(year), at)
