import type { Fact } from './fact.ts'
import { asLongAsAll } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'

/**
 * R1 (label-tnl.md 5): how many distinct software of A(o) there are among those selected. An entry of the
 * catalogue is one software, whatever its versions and modules; stale ones count, and the result is partial.
 */
export function softwareCount(counted: readonly Fact[], apart: readonly Fact[]): Outcome {
  if (counted.length === 0) return nothing(apart)
  const distinct = new Set(counted.map((fact) => fact.software.id)).size
  return outcomeOf(counted, { value: distinct, apart, freshUntil: asLongAsAll(counted) })
}
