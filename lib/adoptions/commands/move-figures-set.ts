import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'
import { IN_USE } from '../internal/figures-sql.ts'
import { refreshSoftwareFigures } from './figures.ts'

const DIMENSIONS = sql.raw(
  ['total', 'departement', 'region', 'kind', 'size', 'year', 'state']
    .map((name) => `SELECT '${name}' AS dimension`)
    .join(' UNION ALL '),
)

/**
 * Moves the figures of many adoptions at once, in the transaction that changes them: what moveFigures
 * does for one, as a few statements whatever their number. Call `before` ahead of the change with the
 * rows that will change, `after` behind it with those that have changed and come, then `settle`.
 */
export function figuresOfASet(tx: Tx) {
  tx.run(sql`CREATE TEMP TABLE IF NOT EXISTS moved_use (
    software_id INTEGER, organisation_id INTEGER, trust TEXT, departement TEXT, region TEXT,
    kind TEXT, size TEXT, year TEXT, state TEXT, by_n INTEGER)`)
  tx.run(sql`DELETE FROM moved_use`)
  /** @param ids a query of ids of adoptions. */
  const note = (ids: SQL, by: 1 | -1) =>
    tx.run(sql`INSERT INTO moved_use
      SELECT a.software_id, a.organisation_id, a.trust, a.departement, a.region, a.organisation_kind,
        a.size_class, substr(a.since, 1, 4), a.state, ${by}
      FROM adoption a WHERE a.id IN (${ids}) AND ${IN_USE}`)
  return {
    before: (ids: SQL) => note(ids, -1),
    after: (ids: SQL) => note(ids, 1),
    /** @param softwareIds those whose adoptions changed, in use or not. */
    settle(softwareIds: readonly number[]) {
      tally(tx)
      organisations(tx)
      functions(tx)
      tx.run(sql`DELETE FROM moved_use`)
      refreshSoftwareFigures(tx, softwareIds)
    },
  }
}

function tally(tx: Tx): void {
  tx.run(sql`INSERT INTO adoption_tally (software_id, dimension, value, trust, n)
    SELECT m.software_id, d.dimension,
      CASE d.dimension
        WHEN 'total' THEN '' WHEN 'departement' THEN m.departement WHEN 'region' THEN m.region
        WHEN 'kind' THEN m.kind WHEN 'size' THEN m.size WHEN 'year' THEN m.year ELSE m.state END AS value,
      m.trust, sum(m.by_n) AS n
    FROM moved_use m, (${DIMENSIONS}) d
    WHERE true GROUP BY 1, 2, 3, 4 HAVING sum(m.by_n) <> 0
    ON CONFLICT DO UPDATE SET n = n + excluded.n`)
  tx.run(sql`DELETE FROM adoption_tally
    WHERE n = 0 AND software_id IN (SELECT software_id FROM moved_use)`)
}

function organisations(tx: Tx): void {
  tx.run(sql`INSERT INTO organisation_figures (organisation_id, total)
    SELECT organisation_id, sum(by_n) FROM moved_use
    WHERE true GROUP BY 1 HAVING sum(by_n) <> 0
    ON CONFLICT DO UPDATE SET total = total + excluded.total`)
  tx.run(sql`DELETE FROM organisation_figures
    WHERE total = 0 AND organisation_id IN (SELECT organisation_id FROM moved_use)`)
}

function functions(tx: Tx): void {
  tx.run(sql`INSERT INTO function_adopter (function_id, organisation_id, n)
    SELECT f.function_id, m.organisation_id, sum(m.by_n)
    FROM moved_use m JOIN software_function f ON f.software_id = m.software_id
    WHERE true GROUP BY 1, 2 HAVING sum(m.by_n) <> 0
    ON CONFLICT DO UPDATE SET n = n + excluded.n`)
  const touched = sql`SELECT function_id FROM software_function
    WHERE software_id IN (SELECT DISTINCT software_id FROM moved_use)`
  tx.run(sql`DELETE FROM function_adopter WHERE n = 0 AND function_id IN (${touched})`)
  tx.run(sql`UPDATE function_figures SET adopters = (
      SELECT count(*) FROM function_adopter a WHERE a.function_id = function_figures.function_id)
    WHERE function_id IN (${touched})`)
}
