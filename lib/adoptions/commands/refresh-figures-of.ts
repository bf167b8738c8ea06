import { sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'
import { figuresFromRows } from '../internal/figures-sql.ts'
import { refreshSoftwareFigures } from './figures.ts'

const among = (ids: readonly number[]) =>
  sql`IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Works the figures of a few software and functions out anew from the rows, in the transaction that
 * changed which rows are theirs: a merge, an entry made or given another function. What else there is is
 * left alone, however many adoptions there are.
 * @param organisationIds those that may count more or fewer software than before.
 */
export function refreshFiguresOf(
  tx: Tx,
  {
    softwareIds,
    functionIds,
    organisationIds = [],
  }: {
    softwareIds: readonly number[]
    functionIds: readonly number[]
    organisationIds?: readonly number[]
  },
): void {
  const parts = [
    ['adoption_tally', 'software_id', softwareIds],
    ['organisation_figures', 'organisation_id', organisationIds],
    ['function_adopter', 'function_id', functionIds],
    ['function_figures', 'function_id', functionIds],
  ] as const
  for (const [table, column, ids] of parts) {
    if (ids.length === 0) continue
    const [name, key] = [sql.raw(table), sql.raw(column)]
    tx.run(sql`DELETE FROM ${name} WHERE ${key} ${among(ids)}`)
    tx.run(
      sql`INSERT INTO ${name} SELECT * FROM (${figuresFromRows[table]}) WHERE ${key} ${among(ids)}`,
    )
  }
  refreshSoftwareFigures(tx, softwareIds)
}
