import { contestation } from '#db/schema/adoption-life.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { openCase } from '#lib/moderation/open-case.ts'
import { lines } from '#lib/typed-text.ts'
import { LONGEST_TEXT } from '../declaration-schema.ts'
import { adoptionFor, whichAdoption } from '../internal/adoption-of.ts'
import { faultOf } from '../internal/declared-fields.ts'
import { changeAdoptionRow } from '../internal/write-adoption.ts'

/**
 * Says, for the organisation that an adoption names, that it is wrong. It counts no more from then on;
 * a moderator settles it. What is contested already stays as it is.
 * @throws z.ZodError whose messages are keys of DECLARATION_FAULTS; NotFound, SignInNeeded, Forbidden
 */
export function contestAdoption(
  context: Context,
  input: { adoption: string; reason: string },
): { adoptionId: number } {
  const { adoption } = whichAdoption.parse(input)
  const reason = lines(input.reason)
  return inTransaction(context.db, (tx) => {
    const { record, actor } = adoptionFor(tx, context, adoption, 'adoption.contest')
    const { id, trust, organisationId, revision } = record.row
    if (reason === '') throw faultOf('reason', 'reason-missing')
    if (reason.length > LONGEST_TEXT) throw faultOf('reason', 'text-long')
    if (trust === 'contested') return { adoptionId: id }
    const { id: contestationId } = tx
      .insert(contestation)
      .values({
        adoptionId: id,
        userId: actor.id,
        reason,
        trustBefore: trust,
        createdAt: context.now.toISOString(),
      })
      .returning({ id: contestation.id })
      .get()
    openCase(tx, context, 'contestation', contestationId)
    changeAdoptionRow(tx, context, record, {
      row: { trust: 'contested', revision: revision + 1 },
      event: {
        kind: 'contested',
        organisationId,
        changes: { trust: [trust, 'contested'] },
        reason,
      },
      action: 'adoption.contest',
    })
    return { adoptionId: id }
  })
}
