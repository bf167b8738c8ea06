import { eq } from 'drizzle-orm'
import { need } from '#db/schema/needs.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { fault } from '../internal/fault.ts'
import { needRow, softwareIdOf } from '../internal/rows.ts'
import { closeInput } from '../need-input.ts'

/**
 * Says what became of a need: met, by a software or otherwise; closed, and why; or open again. By the
 * organisation that asked for it, or a moderator.
 * @throws z.ZodError whose messages are keys of NEED_FAULTS; SignInNeeded, Forbidden, NotFound
 */
export function closeNeed(context: Context, id: number, input: unknown): void {
  const before = needRow(context.db, id)
  assertUserMay(context.actor, 'need.close', before.organisationId)
  const { state, outcome, software } = closeInput.parse(input)
  inTransaction(context.db, (tx) => {
    const softwareId = state === 'met' ? softwareIdOf(tx, software) : null
    if (state !== 'open' && outcome === '' && softwareId === null) {
      throw fault('outcome', 'outcome-missing')
    }
    tx.update(need)
      .set({
        state,
        outcome: state === 'open' ? '' : outcome,
        metBySoftwareId: softwareId,
        updatedAt: context.now.toISOString(),
      })
      .where(eq(need.id, id))
      .run()
    recordAudit(tx, context, {
      action: 'need.close',
      subjectKind: 'need',
      subject: String(id),
      detail: { state, software },
    })
  })
}
