import { type SQL, sql } from 'drizzle-orm'
import type { adoption } from '#db/schema/adoptions.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { countsAsUse } from '#lib/adoptions/rules/counts-as-use.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { figuresFromRows, softwareFiguresFromTally } from '../internal/figures-sql.ts'

type AdoptionRow = typeof adoption.$inferSelect
export type CountedRow = Pick<
  AdoptionRow,
  | 'softwareId'
  | 'organisationId'
  | 'state'
  | 'trust'
  | 'since'
  | 'departement'
  | 'region'
  | 'organisationKind'
  | 'sizeClass'
>

/**
 * Moves every figure that one adoption is part of, in the transaction that changes it.
 * @param before the row as it was, null for a new one; @param after as it is, null for a removed one.
 */
export function moveFigures(tx: Tx, before: CountedRow | null, after: CountedRow | null): void {
  if (before && countsAsUse(before)) countOnce(tx, before, -1)
  if (after && countsAsUse(after)) countOnce(tx, after, 1)
}

function countOnce(tx: Tx, row: CountedRow, by: 1 | -1): void {
  const values: Array<[dimension: string, value: string]> = [
    ['total', ''],
    ['departement', row.departement],
    ['region', row.region],
    ['kind', row.organisationKind],
    ['size', row.sizeClass],
    ['year', row.since.slice(0, 4)],
    ['state', row.state],
  ]
  for (const [dimension, value] of values) {
    tx.run(sql`INSERT INTO adoption_tally (software_id, dimension, value, trust, n)
      VALUES (${row.softwareId}, ${dimension}, ${value}, ${row.trust}, ${by})
      ON CONFLICT DO UPDATE SET n = n + excluded.n`)
  }
  tx.run(sql`DELETE FROM adoption_tally WHERE software_id = ${row.softwareId} AND n = 0`)
  tx.run(sql`INSERT INTO organisation_figures (organisation_id, total) VALUES (${row.organisationId}, ${by})
    ON CONFLICT DO UPDATE SET total = total + excluded.total`)
  tx.run(
    sql`DELETE FROM organisation_figures WHERE total = 0 AND organisation_id = ${row.organisationId}`,
  )
  countFunctions(tx, row, by)
}

function countFunctions(tx: Tx, row: CountedRow, by: 1 | -1): void {
  const functions = tx.all<{ id: number }>(
    sql`SELECT function_id AS id FROM software_function WHERE software_id = ${row.softwareId}`,
  )
  for (const { id } of functions) {
    tx.run(sql`INSERT INTO function_adopter (function_id, organisation_id, n)
      VALUES (${id}, ${row.organisationId}, ${by}) ON CONFLICT DO UPDATE SET n = n + excluded.n`)
    const { n } = tx.get<{ n: number }>(
      sql`SELECT n FROM function_adopter WHERE function_id = ${id} AND organisation_id = ${row.organisationId}`,
    )
    const came = by === 1 && n === 1
    const went = by === -1 && n === 0
    if (went) {
      tx.run(
        sql`DELETE FROM function_adopter WHERE function_id = ${id} AND organisation_id = ${row.organisationId}`,
      )
    }
    if (came || went) {
      tx.run(sql`UPDATE function_figures SET adopters = adopters + ${by} WHERE function_id = ${id}`)
    }
  }
}

/**
 * Writes the one-row figures of some software anew from their tally and marks them as changed, so that
 * what readers keep in memory follows. Call it once at the end of a transaction that moved figures.
 */
export function refreshSoftwareFigures(tx: Tx, softwareIds: readonly number[]): void {
  if (softwareIds.length === 0) return
  const ids = sql.raw(`s.id IN (${softwareIds.map(Number).join(',')})`)
  tx.run(sql`INSERT OR REPLACE INTO software_figures ${softwareFiguresFromTally(sql`${ids}`)}`)
  const revision = nextCatalogueVersion(tx)
  tx.run(sql`UPDATE software AS s SET revision = ${revision} WHERE ${ids}`)
}

/** Every projection, with the query that works it out from the rows. */
function projections(): Record<string, SQL> {
  return { ...figuresFromRows, software_figures: softwareFiguresFromTally(sql`1 = 1`) }
}

/** Works every figure out anew from the rows, in one transaction: after a bulk load, or a doubt. */
export function rebuildFigures(context: Context): void {
  assertMay(context.actor, 'data.load')
  inTransaction(context.db, (tx) => {
    rebuildFiguresIn(tx)
    recordAudit(tx, context, {
      action: 'figures.rebuild',
      subjectKind: 'adoption',
      subject: '*',
    })
  })
}

/** The same inside a transaction that is already open. */
export function rebuildFiguresIn(tx: Tx): void {
  for (const [table, query] of Object.entries(projections())) {
    const name = sql.raw(table)
    tx.run(sql`DELETE FROM ${name}`)
    tx.run(sql`INSERT INTO ${name} ${query}`)
  }
  const revision = nextCatalogueVersion(tx)
  tx.run(sql`UPDATE software SET revision = ${revision}`)
}

/**
 * Proves the projections equal to the rows: for each table, the number of rows that differ, counting
 * those that are missing and those that are too many. All zero is the proof.
 */
export function compareFigures(context: Pick<Context, 'db'>): Record<string, number> {
  const differences: Record<string, number> = {}
  for (const [table, query] of Object.entries(projections())) {
    const name = sql.raw(table)
    const { n } = context.db.get<{ n: number }>(sql`
      SELECT (SELECT count(*) FROM (SELECT * FROM ${name} EXCEPT SELECT * FROM (${query})))
        + (SELECT count(*) FROM (SELECT * FROM (${query}) EXCEPT SELECT * FROM ${name})) AS n`)
    differences[table] = n
  }
  return differences
}
