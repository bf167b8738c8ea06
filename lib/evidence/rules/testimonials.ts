import type { Fact } from './fact.ts'
import { FOR_EVER } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'

/**
 * R10 (label-tnl.md 5): what the organisation tells of its uses in the catalogue, once published. A hint:
 * sharing experience is more than that.
 */
export function testimonials(told: readonly Fact[]): Outcome {
  if (told.length === 0) return nothing([], ['nothing', 'hint'])
  return outcomeOf(told, { full: false, freshUntil: FOR_EVER, reasons: ['hint'] })
}
