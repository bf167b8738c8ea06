import type { Actor, UserActor } from '#lib/context.ts'
import { Forbidden, SignInNeeded } from '#lib/errors.ts'
import { may, type Place, RIGHTS, type Right, type Role } from './rules/rights.ts'

/**
 * What every command asks first.
 * @param place the organisation, publisher or provider that the command is about.
 * @throws SignInNeeded when signing in might help; Forbidden
 */
export function assertMay(actor: Actor, right: Right, place?: Place): void {
  if (may(actor, right, place)) return
  const allowed: readonly Role[] = RIGHTS[right]
  if (actor.kind === 'visitor' && allowed.some((role) => role !== 'server')) {
    throw new SignInNeeded()
  }
  throw new Forbidden(
    'Vous n’avez pas le droit de faire cela. Si vous devriez l’avoir, demandez-le à un gestionnaire de votre organisme ou à la modération.',
    'You may not do this. If you should, ask a manager of your organisation or the moderators.',
  )
}

/**
 * The same, for what only a person does.
 * @returns the user who acts. @throws SignInNeeded, Forbidden
 */
export function assertUserMay(actor: Actor, right: Right, place?: Place): UserActor {
  assertMay(actor, right, place)
  if (actor.kind !== 'user') throw new SignInNeeded()
  return actor
}
