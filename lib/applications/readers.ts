import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { standingInJury } from '#lib/jury/standing.ts'

/**
 * Asks whether someone may read a file, its documents included: its organisation's members, the
 * organisers, and the jurors whom it is assigned to, once it is with the jury, who have no link with the
 * candidate. Whoever the jury bars is barred as an organiser, too.
 * @throws SignInNeeded, Forbidden
 */
export function assertMayRead(
  context: Context,
  of: { applicationId: number; organisationId: number },
): void {
  const { actor } = context
  const isMember =
    actor.kind === 'user' &&
    actor.memberships.some(({ organisationId }) => organisationId === of.organisationId)
  if (!isMember) {
    const standing = standingInJury(context, of.applicationId)
    if (standing === 'reads') return
    if (standing === 'barred') {
      throw new Forbidden(
        'Ce dossier vous est fermé : vous êtes lié à cette candidature.',
        'This file is closed to you: you are tied to this candidate.',
      )
    }
  }
  assertMay(actor, 'application.read', of.organisationId)
}
