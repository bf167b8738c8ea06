import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'

/**
 * Whether an adoption counts in "used by": a pilot or a production that nobody contests. An evaluation
 * is not a use yet, a stopped use no longer one; both stay on record and are shown apart.
 */
export function countsAsUse(adoption: { state: AdoptionState; trust: AdoptionTrust }): boolean {
  return (
    (adoption.state === 'pilot' || adoption.state === 'production') &&
    adoption.trust !== 'contested'
  )
}
