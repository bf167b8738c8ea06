import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { readMeasure } from '../internal/projection.ts'
import { settleProjection, writeProjection } from '../internal/write-projection.ts'

/**
 * Computes the evidence of one organisation anew for the live grids, in the transaction of what changed:
 * a step of an adoption's life, a testimonial, its yearly figures.
 */
export function refreshEvidence(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  organisationId: number,
): void {
  writeProjection(tx, now, [organisationId], readMeasure(tx, now, [organisationId]))
}

/** The same for the organisation of an adoption: what hangs on it has changed. */
export function refreshEvidenceOf(tx: Tx, context: Pick<Context, 'now'>, adoptionId: number): void {
  const row = tx.get<{ id: number } | undefined>(
    sql`SELECT organisation_id AS id FROM adoption WHERE id = ${adoptionId}`,
  )
  if (row) refreshEvidence(tx, context, row.id)
}

/**
 * Computes that of a few organisations that are due, as one small transaction.
 * @returns how many there were: none means that nothing is due.
 */
export function refreshDueEvidence(db: Db, now: Date, atMost: number): number {
  const ids = db
    .all<{ id: number }>(
      sql`SELECT organisation_id AS id FROM evidence_due ORDER BY organisation_id LIMIT ${atMost}`,
    )
    .map(({ id }) => id)
  if (ids.length > 0) settleProjection(db, now, ids, () => readMeasure(db, now, ids))
  return ids.length
}
