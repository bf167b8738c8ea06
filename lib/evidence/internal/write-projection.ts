import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
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

interface Differences {
  /** Kept, and nothing says it any more. */
  gone: EvidenceRow[]
  /** New, or other than what is kept. */
  changed: EvidenceRow[]
}

/** How what is kept of some organisations differs from what their rows say. */
export function differencesOf(
  db: Db | Tx,
  now: Date,
  organisationIds: readonly number[],
  measure: Measure,
): Differences {
  const wanted = rowsOf(db, now, organisationIds, measure)
  const gone: EvidenceRow[] = []
  for (const kept of keptRows(db, organisationIds, measure)) {
    const row = wanted.get(keyOf(kept))
    if (!row) gone.push(kept)
    else if (same(row, kept)) wanted.delete(keyOf(kept))
  }
  return { gone, changed: [...wanted.values()] }
}

/** Brings the evidence of some organisations to what their rows say, in the transaction that changed them. */
export function writeProjection(
  tx: Tx,
  now: Date,
  organisationIds: readonly number[],
  measure: Measure,
): void {
  write(tx, organisationIds, differencesOf(tx, now, organisationIds, measure))
}

/**
 * The same for many, as a transaction of its own that lasts only as long as it writes: what is to be
 * written is worked out before it, and again in it where someone else has written meanwhile. Whoever
 * computes one lot after another would lock everyone else out otherwise.
 */
export function settleProjection(
  db: Db,
  now: Date,
  organisationIds: readonly number[],
  measure: () => Measure,
): void {
  const version = () => db.$client.pragma('data_version', { simple: true })
  const before = version()
  const found = differencesOf(db, now, organisationIds, measure())
  inTransaction(db, (tx) => {
    const current =
      version() === before ? found : differencesOf(tx, now, organisationIds, measure())
    write(tx, organisationIds, current)
  })
}

/** Writes what differs and nothing else. The organisations are due no longer. */
function write(tx: Tx, organisationIds: readonly number[], { gone, changed }: Differences): void {
  if (gone.length > 0) {
    tx.run(sql`DELETE FROM criterion_evidence WHERE (criterion_id, organisation_id) IN (
      SELECT value ->> 'criterion_id', value ->> 'organisation_id'
      FROM json_each(${JSON.stringify(gone)}))`)
  }
  if (changed.length > 0) {
    tx.run(sql`INSERT OR REPLACE INTO criterion_evidence (${NAMES})
      SELECT ${VALUES} FROM json_each(${JSON.stringify(changed)})`)
  }
  tx.run(sql`DELETE FROM evidence_due
    WHERE organisation_id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`)
}
