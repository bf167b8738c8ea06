import { juryAssignment } from '#db/schema/applications.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { juryFile, moveState, ofSeat, seatsOf } from '../internal/jury-file.ts'
import { conflictInput } from '../schema.ts'

/**
 * A juror says that they are tied to a candidate: the file is closed to them from then on, whatever
 * they had written of it counts no more, and nobody can undo it.
 * @throws Forbidden, NotFound, Conflict, z.ZodError
 */
export function declareMyConflict(context: Context, input: unknown): void {
  assertMay(context.actor, 'jury.assess')
  const { applicationId, reason } = conflictInput.parse(input)
  const { actor } = context
  declare(context, applicationId, actor.kind === 'user' ? actor.id : '', reason)
}

/** The same, said by an organiser of a juror. @throws Forbidden, NotFound, Conflict, z.ZodError */
export function declareConflictOf(context: Context, input: unknown): void {
  assertMay(context.actor, 'jury.assign')
  const { applicationId, userId, reason } = conflictInput.parse(input)
  declare(context, applicationId, userId, reason)
}

function declare(context: Context, applicationId: number, userId: string, reason: string): void {
  inTransaction(context.db, (tx) => {
    const file = juryFile(tx, applicationId)
    const seat = seatsOf(tx, applicationId).find((item) => item.userId === userId)
    if (!seat) {
      throw new NotFound(
        'Ce juré n’est pas affecté à ce dossier : rechargez la page.',
        'This juror is not assigned to this file: reload the page.',
      )
    }
    if (['announced', 'published'].includes(file.row.state)) {
      throw new Conflict(
        'Le résultat de ce dossier est annoncé : le jury n’y peut plus rien changer.',
        'The result of this file is announced: the jury can change nothing any more.',
      )
    }
    if (seat.conflictAt === '') closeTo(tx, context, applicationId, userId, reason)
  })
}

/** Closes a file to a juror, for good. */
export function closeTo(
  tx: Tx,
  context: Context,
  applicationId: number,
  userId: string,
  conflictReason: string,
): void {
  tx.update(juryAssignment)
    .set({ conflictAt: context.now.toISOString(), conflictReason })
    .where(ofSeat(applicationId, userId))
    .run()
  moveState(tx, context, applicationId)
  recordAudit(tx, context, {
    action: 'jury.bar',
    subjectKind: 'application',
    subject: String(applicationId),
    detail: { juror: userId },
  })
}
