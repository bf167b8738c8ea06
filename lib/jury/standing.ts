import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { accessOf, seatsOf } from './internal/jury-file.ts'
import { linkOf } from './internal/links.ts'

/**
 * What someone is to a file as its jury: `reads` it, by assignment, `barred` from it by a link with the
 * candidate, or `none` of its jury.
 */
export function standingInJury(
  context: Context,
  applicationId: number,
): 'reads' | 'barred' | 'none' {
  const { actor, db } = context
  if (actor.kind !== 'user') return 'none'
  const ofLabel = actor.roles.includes('juror') || actor.roles.includes('label-organiser')
  if (!ofLabel) return 'none'
  const seat = seatsOf(db, applicationId).find(({ userId }) => userId === actor.id)
  if (seat?.barred || linkOf(db, applicationId, actor.id)) return 'barred'
  return readsAsJury(context, applicationId) ? 'reads' : 'none'
}

function readsAsJury(context: Context, applicationId: number): boolean {
  try {
    return accessOf(context.db, context, applicationId).seat !== undefined
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}
