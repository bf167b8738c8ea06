import { and, eq } from 'drizzle-orm'
import { juryAssignment } from '#db/schema/applications.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { readsAsJuror } from './rules/reads-as-juror.ts'

/**
 * Asks whether someone may read a file, its documents included: its organisation's members, the
 * organisers, and the jurors whom it is assigned to and who have no link with the candidate.
 * @throws SignInNeeded, Forbidden
 */
export function assertMayRead(
  context: Pick<Context, 'db' | 'actor'>,
  of: { applicationId: number; organisationId: number },
): void {
  const { actor, db } = context
  if (actor.kind === 'user' && actor.roles.includes('juror')) {
    const assignment = db
      .select({ conflictAt: juryAssignment.conflictAt })
      .from(juryAssignment)
      .where(
        and(
          eq(juryAssignment.applicationId, of.applicationId),
          eq(juryAssignment.userId, actor.id),
        ),
      )
      .get()
    if (readsAsJuror(actor, of.organisationId, assignment)) return
  }
  assertMay(actor, 'application.read', of.organisationId)
}
