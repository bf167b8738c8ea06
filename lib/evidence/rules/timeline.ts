import type { Fact } from './fact.ts'
import { asLongAsAll } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'

/** By date, what has none last; the rest of the order stays. */
const bySince = (facts: readonly Fact[]) =>
  facts.toSorted((a, b) => {
    const [first, second] = [a.since || '9', b.since || '9']
    return first < second ? -1 : first > second ? 1 : 0
  })

/**
 * R8 (label-tnl.md 5): A(o) by date, with trials apart: material for a text that a person writes, hence
 * never more than a partial answer.
 */
export function timeline(counted: readonly Fact[], apart: readonly Fact[]): Outcome {
  const trials = bySince(apart)
  if (counted.length === 0) return nothing(trials, ['nothing', 'hint'])
  return outcomeOf(bySince(counted), {
    apart: trials,
    full: false,
    freshUntil: asLongAsAll(counted),
    reasons: ['hint'],
  })
}
