import type { ComputedEvidence } from '#lib/evidence/schema.ts'
import type { AnswerPart } from '#lib/label/grid-schema.ts'
import { fold } from '#lib/text.ts'

/** How an answer by hand and the computed one compare, part by part. */
export type Difference =
  | { kind: 'number' | 'share'; answered: number; computed: number }
  /** A yes that no adoption shows. */
  | { kind: 'unproven' }
  /** A no in spite of adoptions. */
  | { kind: 'contrary'; names: string[] }
  | { kind: 'list'; onlyAnswered: string[]; onlyComputed: string[] }
  | { kind: 'same' }

/**
 * Holds the answer by hand beside the computed one, which it overrides without replacing it
 * (label-tnl.md 5, "Evidence state": keep both and show the difference). Parts that nothing can be
 * compared with say nothing.
 * @param answer by part; null when there is none. @returns empty where there is nothing to compare.
 */
export function difference(
  answer: Partial<Record<AnswerPart, string>> | null,
  computed: ComputedEvidence | null,
): Difference[] {
  if (!answer || !computed) return []
  const found: Difference[] = []
  let compared = false
  const { value, denominator, items } = computed
  const names = [...new Set(items.map(({ software }) => software.name))]

  for (const kind of ['number', 'share'] as const) {
    const said = answer[kind]
    // A value with a denominator is a share, one without is a count.
    if (!said || value === null || (denominator !== null) !== (kind === 'share')) continue
    compared = true
    const answered = Number(said)
    if (answered !== value) found.push({ kind, answered, computed: value })
  }
  if (answer['yes-no'] === 'yes') {
    if (items.length === 0) found.push({ kind: 'unproven' })
    else compared = true
  }
  if (answer['yes-no'] === 'no' && items.length > 0) found.push({ kind: 'contrary', names })
  if (answer.list && names.length > 0) {
    compared = true
    const listed = linesOf(answer.list)
    const known = new Set(names.map(fold))
    const said = new Set(listed.map(fold))
    const onlyAnswered = listed.filter((name) => !known.has(fold(name)))
    const onlyComputed = names.filter((name) => !said.has(fold(name)))
    if (onlyAnswered.length + onlyComputed.length > 0) {
      found.push({ kind: 'list', onlyAnswered, onlyComputed })
    }
  }
  return found.length === 0 && compared ? [{ kind: 'same' }] : found
}

/** One a line, with or without a dash before it. */
const linesOf = (list: string) =>
  list
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s*/, '').trim())
    .filter(Boolean)
