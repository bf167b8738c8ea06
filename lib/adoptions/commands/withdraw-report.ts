import { eq, sql } from 'drizzle-orm'
import { adoption } from '#db/schema/adoptions.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markEvidenceDue } from '#lib/evidence/commands/mark-due.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { recordById } from '../internal/adoption-record.ts'
import { changeAdoptionRow } from '../internal/write-adoption.ts'
import { moveFigures, refreshSoftwareFigures } from './figures.ts'

/**
 * Takes back a report that was a mistake, in the transaction of whoever made it and has the right. Only
 * what nobody has touched since goes: once the organisation, or anybody else, has spoken, it stays.
 * @param madeAt the moment of the decision that made it.
 * @returns whether it is gone.
 */
export function withdrawReportIn(
  tx: Tx,
  context: Context,
  adoptionId: number,
  madeAt: string,
): boolean {
  const row = tx.select().from(adoption).where(eq(adoption.id, adoptionId)).get()
  if (!row) return true
  const untouched =
    row.trust === 'reported' &&
    row.origin === 'publisher' &&
    row.revision === 1 &&
    row.createdAt === madeAt
  if (!untouched || hasHistory(tx, adoptionId)) return false
  tx.delete(adoption).where(eq(adoption.id, adoptionId)).run()
  moveFigures(tx, row, null)
  refreshSoftwareFigures(tx, [row.softwareId])
  enqueueForSearch(tx, 'software', [row.softwareId])
  markEvidenceDue(tx, [row.organisationId])
  recordAudit(tx, context, {
    action: 'adoption.withdraw',
    subjectKind: 'adoption',
    subject: `${row.softwareId}/${row.organisationId}`,
    detail: { sourceId: row.sourceId },
  })
  return true
}

/**
 * Says that a use which a publisher reported has ended, in the transaction of whoever says so for it.
 * @returns whether it was the publisher's to say: what the organisation itself said is left alone.
 */
export function endReportIn(tx: Tx, context: Context, adoptionId: number): boolean {
  const record = recordById(tx, adoptionId)
  if (record?.row.trust !== 'reported' || record.row.origin !== 'publisher') return false
  if (record.row.state === 'stopped') return true
  const { state, revision, reporterId } = record.row
  changeAdoptionRow(tx, context, record, {
    row: { state: 'stopped', revision: revision + 1 },
    event: { kind: 'ended', organisationId: reporterId, changes: { state: [state, 'stopped'] } },
    action: 'adoption.end-report',
  })
  return true
}

/** Whether anything but the report itself hangs on it. */
function hasHistory(tx: Tx, adoptionId: number): boolean {
  const { n } = tx.get<{ n: number }>(sql`SELECT
    (SELECT count(*) FROM adoption_event WHERE adoption_id = ${adoptionId} AND kind <> 'reported')
    + (SELECT count(*) FROM contestation WHERE adoption_id = ${adoptionId})
    + (SELECT count(*) FROM testimonial WHERE adoption_id = ${adoptionId})
    + (SELECT count(*) FROM adoption_detail WHERE adoption_id = ${adoptionId}) AS n`)
  return n > 0
}
