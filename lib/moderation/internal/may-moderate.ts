import type { Actor } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'

/**
 * Reading and settling requests is for those who run the catalogue.
 * @throws Forbidden
 */
export function assertMayModerate(actor: Actor): void {
  if (actor.kind === 'visitor') {
    throw new Forbidden(
      'Seules les personnes qui tiennent le catalogue lisent les demandes.',
      'Only the people who run the catalogue read the requests.',
    )
  }
}
