import type { EvidenceRule } from '#lib/label/grid-schema.ts'
import { anySoftware } from './any-software.ts'
import type { Facts } from './fact.ts'
import { largestShare } from './largest-share.ts'
import { openFormats } from './open-formats.ts'
import type { Outcome } from './outcome.ts'
import { pooledShare } from './pooled-share.ts'
import { publishedSoftware } from './published-software.ts'
import { softwareCount } from './software-count.ts'
import { summedShare } from './summed-share.ts'
import { testimonials } from './testimonials.ts'
import { timeline } from './timeline.ts'

/**
 * What a rule of a grid says of an organisation.
 * @param selected ids of the software that the rule is about; null where it is about all.
 */
export function evaluate(
  rule: EvidenceRule,
  selected: ReadonlySet<number> | null,
  facts: Facts,
): Outcome {
  const among = (list: Facts['counted']) =>
    selected ? list.filter((fact) => selected.has(fact.software.id)) : list
  const { denominators } = facts
  switch (rule.rule) {
    case 'software-count':
      return softwareCount(among(facts.counted), among(facts.apart))
    case 'largest-share':
      return largestShare(among(facts.counted), among(facts.apart), rule.of, denominators)
    case 'summed-share':
      return summedShare(among(facts.counted), among(facts.apart), rule.of, denominators)
    case 'pooled-share':
      return pooledShare(facts.counted, facts.apart)
    case 'any-software':
      return anySoftware(among(facts.counted), among(facts.apart))
    case 'open-formats':
      return openFormats()
    case 'timeline':
      return timeline(facts.counted, facts.apart)
    case 'published-software':
      return publishedSoftware(facts.published, rule.full)
    case 'testimonials':
      return testimonials(facts.testimonials)
  }
}
