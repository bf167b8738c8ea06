import type { ComputedEvidence } from '#lib/evidence/schema.ts'
import type { AnswerPart } from '#lib/label/grid-schema.ts'

/**
 * What adoptions would answer, by part: the figure, a yes, the names. A hint answers nothing, and nothing
 * found is no « no ».
 */
export function suggestedAnswer(
  parts: readonly AnswerPart[],
  evidence: ComputedEvidence | null | undefined,
): Partial<Record<AnswerPart, string>> {
  if (!evidence || evidence.state === 'empty' || evidence.reasons.includes('hint')) return {}
  const { value, items, denominator } = evidence
  const suggested: Partial<Record<AnswerPart, string>> = {}
  if (value !== null && parts.includes('number')) suggested.number = String(value)
  // A number of percents is a share of something.
  if (value !== null && denominator !== null && parts.includes('share')) {
    suggested.share = String(value)
  }
  if (items.length > 0 && parts.includes('yes-no')) suggested['yes-no'] = 'yes'
  if (items.length > 0 && parts.includes('list')) {
    suggested.list = [...new Set(items.map(({ software }) => software.name))].join('\n')
  }
  return suggested
}
