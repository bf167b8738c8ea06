import { sql } from 'drizzle-orm'
import { evidenceDue } from '#db/schema/evidence.ts'
import type { Tx } from '#db/transaction.ts'

/**
 * Says, in the transaction of what changed them, that the evidence of organisations is to be computed
 * anew; the service does so within seconds. For changes that concern many: one organisation's own change
 * recomputes at once, see refresh-evidence.ts.
 */
export function markEvidenceDue(tx: Tx, organisationIds: readonly number[]): void {
  for (const organisationId of organisationIds) {
    tx.insert(evidenceDue).values({ organisationId }).onConflictDoNothing().run()
  }
}

/** The same for every organisation that uses a software, or for all that use any. */
export function markUsersDue(tx: Tx, softwareId?: number): void {
  const where = softwareId === undefined ? sql`` : sql`WHERE software_id = ${softwareId}`
  tx.run(
    sql`INSERT OR IGNORE INTO evidence_due (organisation_id)
      SELECT DISTINCT organisation_id FROM adoption ${where}`,
  )
}
