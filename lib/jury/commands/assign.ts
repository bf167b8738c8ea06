import { and, eq, inArray } from 'drizzle-orm'
import { userRole } from '#db/schema/accounts.ts'
import { juryAssignment, juryScore } from '#db/schema/applications.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, InvalidInput, NotFound } from '#lib/errors.ts'
import { isWithJury, juryFile, moveState, ofSeat, seatsOf } from '../internal/jury-file.ts'
import { linkOf } from '../internal/links.ts'
import { assignInput } from '../schema.ts'

/**
 * Says who reads which file of an edition, all or nothing. Whoever is tied to a candidate is refused;
 * whoever has finished, or declared a conflict, stays on record.
 * @throws Forbidden, NotFound, Conflict, InvalidInput, z.ZodError
 */
export function assignJurors(context: Context, input: unknown): { added: number; removed: number } {
  const organiser = assertUserMay(context.actor, 'jury.assign')
  const { year, files } = assignInput.parse(input)
  return inTransaction(context.db, (tx) => {
    let added = 0
    let removed = 0
    for (const { applicationId, jurors } of files) {
      const file = juryFile(tx, applicationId)
      if (file.edition.year !== year) throw anotherEdition()
      if (!isWithJury(file.edition, context.now)) throw tooEarly()
      const before = seatsOf(tx, applicationId)
      const wanted = new Set(jurors)
      const kept = before.filter((seat) => wanted.has(seat.userId) || seat.conflictAt !== '')
      const gone = before.filter((seat) => !kept.includes(seat))
      const fresh = [...wanted].filter((id) => !before.some(({ userId }) => userId === id))
      if (fresh.length + gone.length === 0) continue
      if (['deliberated', 'announced', 'published'].includes(file.row.state)) throw over()
      assertMayRead(tx, applicationId, fresh)
      if (gone.some((seat) => seat.finishedAt !== '' && !seat.barred)) throw finished()
      for (const { userId } of gone) unassign(tx, applicationId, userId)
      const assignedAt = context.now.toISOString()
      const assignedBy = organiser.id
      for (const userId of fresh)
        tx.insert(juryAssignment).values({ applicationId, userId, assignedAt, assignedBy }).run()
      added += fresh.length
      removed += gone.length
      moveState(tx, context, applicationId)
      recordAudit(tx, context, {
        action: 'jury.assign',
        subjectKind: 'application',
        subject: String(applicationId),
        detail: { added: fresh, removed: gone.map(({ userId }) => userId) },
      })
    }
    return { added, removed }
  })
}

function unassign(tx: Tx, applicationId: number, userId: string): void {
  tx.delete(juryScore)
    .where(and(eq(juryScore.applicationId, applicationId), eq(juryScore.userId, userId)))
    .run()
  tx.delete(juryAssignment).where(ofSeat(applicationId, userId)).run()
}

function assertMayRead(tx: Tx, applicationId: number, userIds: readonly string[]): void {
  if (userIds.length === 0) return
  const jurors = tx
    .select({ userId: userRole.userId })
    .from(userRole)
    .where(and(eq(userRole.role, 'juror'), inArray(userRole.userId, [...userIds])))
    .all()
  if (jurors.length < userIds.length) {
    throw new InvalidInput(
      'Une des personnes choisies n’est pas du jury : rechargez la page.',
      'One of those chosen is not of the jury: reload the page.',
    )
  }
  if (userIds.some((userId) => linkOf(tx, applicationId, userId) !== undefined)) {
    throw new Conflict(
      'Un des jurés choisis est lié à la candidature : il ne peut pas lire ce dossier. Rechargez la page, elle dit lequel.',
      'One of the jurors chosen is tied to the candidate and may not read this file. Reload the page: it says which.',
    )
  }
}

const anotherEdition = () =>
  new NotFound(
    'Ce dossier n’est pas de ce millésime : rechargez la page.',
    'This file is not of this edition: reload the page.',
  )
const tooEarly = () =>
  new Conflict(
    'Les dossiers peuvent encore être déposés : le jury est affecté après la clôture.',
    'Dossiers can still be submitted: the jury is assigned after the closing.',
  )
const over = () =>
  new Conflict(
    'Le jury a délibéré sur ce dossier : ses jurés ne changent plus.',
    'The jury has decided on this file: its jurors do not change any more.',
  )
const finished = () =>
  new Conflict(
    'Un juré qui a terminé son évaluation ne peut pas être retiré du dossier, sauf s’il y est lié : signalez alors le conflit.',
    'A juror who has finished cannot be taken off the file, except for a conflict of interest: report it then.',
  )
