import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { adoptionFor, assertUnchanged, whichAdoption } from '../internal/adoption-of.ts'
import { faultOf } from '../internal/declared-fields.ts'
import { type Declared, declareIn, isSaidAlready } from './declare-in.ts'

/** What a form on one adoption sends: which one, the revision it was filled from, and what was typed. */
export type AdoptionForm = { adoption: string; revision: string } & Record<string, string>

/**
 * Changes what an organisation says of its use. An empty field is emptied.
 * @throws ChangedMeanwhile when another agent changed it since the form was filled; z.ZodError whose
 * messages are keys of DECLARATION_FAULTS; NotFound, SignInNeeded, Forbidden
 */
export function changeAdoption(context: Context, input: AdoptionForm): Declared {
  const { adoption, revision, ...declaration } = input
  return speak(context, { adoption, revision }, declaration)
}

/**
 * Says that an organisation does not use a software any more, when and why.
 * @throws as changeAdoption
 */
export function endAdoption(context: Context, input: AdoptionForm): Declared {
  const { adoption, revision, stoppedOn = '', stopReason = '', stopNote = '' } = input
  if (stopReason === '') throw faultOf('stopReason', 'stop-reason-missing')
  return speak(
    context,
    { adoption, revision },
    { state: 'stopped', stoppedOn, stopReason, stopNote },
  )
}

/**
 * Says that an organisation uses again what it had stopped using.
 * @throws as changeAdoption
 */
export function reopenAdoption(context: Context, input: AdoptionForm): Declared {
  const { adoption, revision, state = '' } = input
  if (state === 'stopped') throw faultOf('state', 'state-missing')
  return speak(context, { adoption, revision }, { state })
}

function speak(
  context: Context,
  which: { adoption: string; revision: string },
  declaration: Record<string, string>,
): Declared {
  const { adoption, revision } = whichAdoption.parse(which)
  return inTransaction(context.db, (tx) => {
    const { record, actor } = adoptionFor(tx, context, adoption, 'adoption.change')
    const { softwareId, organisationId } = record.row
    const word = { softwareId, organisationId, userId: actor.id, declaration }
    // Sent twice, it finds its own change: nothing is left to do, and nobody else to warn of.
    if (record.row.revision !== revision && isSaidAlready(tx, context, word)) {
      return { adoptionId: record.row.id, outcome: 'unchanged' }
    }
    assertUnchanged(tx, record, revision)
    return declareIn(tx, context, word)
  })
}
