import type { Fact } from './fact.ts'
import { asLongAsOne } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'

/**
 * R6 (label-tnl.md 5): at least one software of A(o) among those selected is a yes, with the list. None is
 * "not evidenced", not a no. One that is fresh suffices.
 */
export function anySoftware(counted: readonly Fact[], apart: readonly Fact[]): Outcome {
  if (counted.length === 0) return nothing(apart)
  return outcomeOf(counted, { apart, freshUntil: asLongAsOne(counted) })
}
