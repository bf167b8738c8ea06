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

/** How far what is answered is from what adoptions say; undefined where they do not differ. */
export function differenceOf(
  answer: Partial<Record<string, string>> | null,
  suggested: Partial<Record<AnswerPart, string>>,
): { part: 'number' | 'share'; typed: number; computed: number } | undefined {
  for (const part of ['number', 'share'] as const) {
    const typed = answer?.[part]
    const computed = suggested[part]
    if (typed === undefined || computed === undefined || Number(typed) === Number(computed))
      continue
    return { part, typed: Number(typed), computed: Number(computed) }
  }
  return undefined
}
