import { sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'
import {
  COLUMNS,
  type EvidenceRow,
  keptRows,
  keyOf,
  type Measure,
  rowsOf,
  same,
} from './projection.ts'

const NAMES = sql.raw(COLUMNS.join(', '))
const VALUES = sql.raw(COLUMNS.map((column) => `value ->> '${column}'`).join(', '))

/**
 * Brings the evidence of some organisations to what their rows say, in the caller's transaction: writes
 * what differs and nothing else. They are due no longer.
 */
export function writeProjection(
  tx: Tx,
  now: Date,
  organisationIds: readonly number[],
  measure: Measure,
): void {
  const ids = JSON.stringify(organisationIds)
  const wanted = rowsOf(tx, now, organisationIds, measure)
  const gone: EvidenceRow[] = []
  for (const kept of keptRows(tx, organisationIds, measure)) {
    const row = wanted.get(keyOf(kept))
    if (!row) gone.push(kept)
    else if (same(row, kept)) wanted.delete(keyOf(kept))
  }
  if (gone.length > 0) {
    tx.run(sql`DELETE FROM criterion_evidence WHERE (criterion_id, organisation_id) IN (
      SELECT value ->> 'criterion_id', value ->> 'organisation_id'
      FROM json_each(${JSON.stringify(gone)}))`)
  }
  if (wanted.size > 0) {
    tx.run(sql`INSERT OR REPLACE INTO criterion_evidence (${NAMES})
      SELECT ${VALUES} FROM json_each(${JSON.stringify([...wanted.values()])})`)
  }
  tx.run(
    sql`DELETE FROM evidence_due WHERE organisation_id IN (SELECT value FROM json_each(${ids}))`,
  )
}
