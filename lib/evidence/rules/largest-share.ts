import type { Denominators, Fact, Figure } from './fact.ts'
import { asLongAsOne } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'
import { shareOf } from './share.ts'

/**
 * R2 (label-tnl.md 5): the largest use over what the organisation has. The largest and not the sum: two
 * office suites may sit on one machine. The adoption that gives the largest must be fresh; one whose
 * extent is not said may be larger still, hence a partial answer. For schools, only what is said to be
 * used there is looked at, and the answer needs a declaration as well (section 4, `logiciels.ecoles`).
 */
export function largestShare(
  counted: readonly Fact[],
  apart: readonly Fact[],
  of: Figure,
  denominators: Denominators,
): Outcome {
  const schools = of === 'schoolWorkstations'
  const inScope = (fact: Fact) => !schools || fact.units[of] !== null
  const items = counted.filter(inScope)
  const trials = apart.filter(inScope)
  if (items.length === 0) return nothing(trials, schools ? ['nothing', 'hint'] : ['nothing'])
  const sized = items.filter((fact) => fact.units[of] !== null)
  const largest = sized.reduce<number | null>((max, fact) => {
    const units = fact.units[of] ?? 0
    return max === null || units > max ? units : max
  }, null)
  const share = shareOf(largest, denominators[of])
  const reasons = [...share.reasons]
  if (sized.length < items.length && largest !== null) reasons.unshift('no-units')
  if (schools) reasons.push('hint')
  const behind = sized.filter((fact) => fact.units[of] === largest)
  return outcomeOf(items, {
    ...share,
    apart: trials,
    unit: of,
    full: share.full && reasons.length === 0,
    freshUntil: asLongAsOne(behind.length > 0 ? behind : items),
    reasons,
  })
}
