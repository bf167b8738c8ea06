import { eq, inArray } from 'drizzle-orm'
import { application, juryAssignment } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { moveState, seatsOf, stateDue } from '../internal/jury-file.ts'
import { linksOf } from '../internal/links.ts'
import { closeTo } from './declare-conflict.ts'

/**
 * Puts on record the links that have come up since jurors were assigned: a file is closed to whoever is
 * tied to its candidate, and stays so once the membership has ended. Files that came back with what was
 * asked for go on where their jury stands.
 * @throws Forbidden
 */
export function keepJury(context: Context): { closed: number } {
  assertMay(context.actor, 'label.publish')
  const files = context.db
    .selectDistinct({ id: application.id, state: application.state })
    .from(application)
    .innerJoin(juryAssignment, eq(juryAssignment.applicationId, application.id))
    .where(
      inArray(application.state, [
        'submitted',
        'more-requested',
        'examining',
        'assessed',
        'deliberated',
      ]),
    )
    .all()
  let closed = 0
  for (const { id, state } of files) {
    const links = linksOf(
      context.db,
      [id],
      seatsOf(context.db, id)
        .filter(({ conflictAt }) => conflictAt === '')
        .map(({ userId }) => userId),
    ).get(id)
    // Most often there is nothing to write, hence no lock to take.
    if (!links && (state !== 'submitted' || stateDue(context.db, id) === state)) continue
    inTransaction(context.db, (tx) => {
      for (const [userId, kind] of links ?? []) {
        closeTo(tx, context, id, userId, `detected:${kind}`)
        closed++
      }
      moveState(tx, context, id)
    })
  }
  return { closed }
}
