import type { Fact } from './fact.ts'
import { asLongAsAll } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'
import { shareOf } from './share.ts'

/**
 * R5 (label-tnl.md 5): the share of A(o) that an operator runs; where it is not said who does, it counts
 * as no. The label's own definition of "mutualised" is not public: a hint, never the whole answer. The
 * whole of A(o) is divided by, so all of it must be fresh.
 */
export function pooledShare(counted: readonly Fact[], apart: readonly Fact[]): Outcome {
  const pooled = counted.filter((fact) => fact.pooled)
  const trials = apart.filter((fact) => fact.pooled)
  if (pooled.length === 0) return nothing(trials, ['nothing', 'hint'])
  return outcomeOf(pooled, {
    ...shareOf(pooled.length, counted.length),
    apart: trials,
    full: false,
    freshUntil: asLongAsAll(counted),
    reasons: ['hint'],
  })
}
