import { sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'

/**
 * Says, in the transaction of what changed them, that the evidence of organisations is to be computed
 * anew; the service does so within seconds. For changes that concern many: one organisation's own change
 * recomputes at once, see refresh-evidence.ts.
 */
export function markEvidenceDue(tx: Tx, organisationIds: readonly number[]): void {
  if (organisationIds.length === 0) return
  tx.run(sql`INSERT OR IGNORE INTO evidence_due (organisation_id)
    SELECT value FROM json_each(${JSON.stringify(organisationIds)})`)
}

/**
 * The same for every organisation that uses a software, has told of it or publishes it; or for all that
 * evidence can be of, where a grid or the tree of functions changes.
 */
export function markUsersDue(tx: Tx, softwareId?: number): void {
  const [use, publication] =
    softwareId === undefined
      ? [sql``, sql``]
      : [sql`WHERE software_id = ${softwareId}`, sql`AND s.id = ${softwareId}`]
  tx.run(
    sql`INSERT OR IGNORE INTO evidence_due (organisation_id)
      SELECT DISTINCT organisation_id FROM adoption ${use}`,
  )
  tx.run(
    sql`INSERT OR IGNORE INTO evidence_due (organisation_id)
      SELECT DISTINCT p.organisation_id FROM publisher p JOIN software s ON s.publisher_id = p.id
      WHERE p.organisation_id IS NOT NULL ${publication}`,
  )
}
