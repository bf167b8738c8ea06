import type { Denominators, Fact, Figure } from './fact.ts'
import { asLongAsAll } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'
import { shareOf } from './share.ts'

/**
 * R3 and R4 (label-tnl.md 5): all uses together over what the organisation has. The sum is right, since a
 * machine has one main system; a sum that lacks one of its terms is none. Of servers it must be said
 * whether virtual machines count among them.
 */
export function summedShare(
  counted: readonly Fact[],
  apart: readonly Fact[],
  of: Figure,
  denominators: Denominators,
): Outcome {
  if (counted.length === 0) return nothing(apart)
  const sum = counted.reduce<number | null>((total, fact) => {
    const units = fact.units[of]
    return total === null || units === null ? null : total + units
  }, 0)
  const share = shareOf(sum, denominators[of])
  const reasons = [...share.reasons]
  if (of === 'servers' && share.value !== null && denominators.serversVirtual === null) {
    reasons.push('virtual-not-said')
  }
  return outcomeOf(counted, {
    ...share,
    apart,
    unit: of,
    serversVirtual: of === 'servers' ? denominators.serversVirtual : null,
    full: share.full && reasons.length === 0,
    freshUntil: asLongAsAll(counted),
    reasons,
  })
}
