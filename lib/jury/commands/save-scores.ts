import { juryAssignment, juryScore } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { snapshotContent } from '#lib/applications/snapshot-schema.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { accessOf, moveState, ofSeat, progressOf } from '../internal/jury-file.ts'
import { commentField, scoreField, scoresInput } from '../schema.ts'

/**
 * Saves what a juror thinks of each axis of a file, as a draft or as their last word. A draft saved
 * after the last word takes it back, until all have finished: then each has read the others, and nothing
 * changes any more.
 * @param typed by the fields of the form; an axis that is left out keeps what it has.
 * @throws Forbidden, NotFound, Conflict, z.ZodError whose messages are keys of JURY_FAULTS
 */
export function saveScores(
  context: Context,
  input: { applicationId: number; finish: boolean; typed: Record<string, string> },
): void {
  const juror = assertUserMay(context.actor, 'jury.assess')
  const { applicationId, finish } = input
  inTransaction(context.db, (tx) => {
    const file = accessOf(tx, context, applicationId)
    if (!file.seat) throw notAssigned()
    assertStillOpen(file.row.state, progressOf(tx, file).revealed)
    if (finish && file.row.state === 'more-requested') throw waiting()
    const axes = snapshotContent.parse(JSON.parse(file.snapshot.content)).axes.map((a) => a.slug)
    const parsed = scoresInput(axes, file.edition.scoreMax, finish).parse(input.typed)
    const updatedAt = context.now.toISOString()
    for (const axis of axes) {
      const row = {
        score: parsed[scoreField(axis)] as number | null,
        comment: parsed[commentField(axis)] as string,
        updatedAt,
      }
      tx.insert(juryScore)
        .values({ applicationId, userId: juror.id, axis, ...row })
        .onConflictDoUpdate({
          target: [juryScore.applicationId, juryScore.userId, juryScore.axis],
          set: row,
        })
        .run()
    }
    tx.update(juryAssignment)
      .set({ finishedAt: finish ? updatedAt : '' })
      .where(ofSeat(applicationId, juror.id))
      .run()
    moveState(tx, context, applicationId)
    recordAudit(tx, context, {
      action: finish ? 'jury.finish' : 'jury.assess',
      subjectKind: 'application',
      subject: String(applicationId),
    })
  })
}

function assertStillOpen(state: string, revealed: boolean): void {
  if (!revealed && !['deliberated', 'announced', 'published'].includes(state)) return
  throw new Conflict(
    'Tous les jurés de ce dossier ont terminé, et ont lu les notes des autres : elles ne changent plus.',
    'All jurors of this file have finished and have read each other’s notes: these do not change any more.',
  )
}

const notAssigned = () =>
  new NotFound('Vous n’êtes pas affecté à ce dossier.', 'You are not assigned to this file.')
const waiting = () =>
  new Conflict(
    'Des compléments ont été demandés à la candidature : enregistrez un brouillon, et terminez quand ils seront là.',
    'More was asked of the candidate: save a draft, and finish once it is there.',
  )
