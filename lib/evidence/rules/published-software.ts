import type { Fact } from './fact.ts'
import { FOR_EVER } from './freshness.ts'
import { nothing, type Outcome, outcomeOf } from './outcome.ts'

/**
 * R9 (label-tnl.md 5): software that the organisation publishes, under a free licence and in a public
 * repository. A publication does not age.
 * @param full false where the criterion asks for contributions to others' software, too, which have to
 * be declared with their address.
 */
export function publishedSoftware(published: readonly Fact[], full: boolean): Outcome {
  const items = published.filter(({ software }) => software.free && software.repository !== '')
  if (items.length === 0) return nothing([], full ? ['nothing'] : ['nothing', 'hint'])
  return outcomeOf(items, {
    value: items.length,
    full,
    freshUntil: FOR_EVER,
    reasons: full ? [] : ['hint'],
  })
}
