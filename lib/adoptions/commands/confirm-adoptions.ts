import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { refreshSoftwareFigures } from '#lib/adoptions/commands/figures.ts'
import { shownList } from '#lib/adoptions/shown-list.ts'
import type { Context } from '#lib/context.ts'
import { refreshEvidence } from '#lib/evidence/commands/refresh-evidence.ts'
import { confirmRecord, standingOf } from '../internal/confirm-record.ts'

export interface Confirmed {
  confirmed: number
  /** Confirmed before: a second click, or a colleague. */
  already: number
  /** Not what was shown any more: to be read again first. */
  changed: number
}

/**
 * Confirms, for an organisation, what others reported of it or what has grown old: one or many at once.
 * @param input.adoptions as they were shown, in the form of shown-list.ts; those of another organisation
 * are left alone.
 * @throws SignInNeeded, Forbidden
 */
export function confirmAdoptions(
  context: Context,
  input: { organisationId: number; adoptions: string },
): Confirmed {
  const { organisationId } = input
  assertUserMay(context.actor, 'adoption.change', organisationId)
  return inTransaction(context.db, (tx) => {
    const report: Confirmed = { confirmed: 0, already: 0, changed: 0 }
    const touched = new Set<number>()
    for (const shown of shownList(input.adoptions)) {
      const found = standingOf(tx, organisationId, shown, '')
      if (!found) continue
      if (found.standing === 'done') report.already++
      else if (found.standing === 'changed') report.changed++
      else {
        confirmRecord(tx, context, found.record, 'adoption.confirm', { deferFigures: true })
        touched.add(found.record.row.softwareId)
        report.confirmed++
      }
    }
    refreshSoftwareFigures(tx, [...touched])
    if (touched.size > 0) refreshEvidence(tx, context, organisationId)
    return report
  })
}
