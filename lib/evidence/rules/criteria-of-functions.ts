import type { EvidenceRule } from '#lib/label/grid-schema.ts'
import { selects } from './selection.ts'

/** The tree of functions, as far as a selection of software reads it. */
type Groups = ReadonlyArray<{
  slug: string
  business: boolean
  functions: ReadonlyArray<{ slug: string }>
}>

/**
 * The functions whose software gives a rule something to rest on, in the order of the tree. None for a
 * rule that takes any software (a share that an operator runs, a timeline), which tells nothing of one, nor
 * for open formats, which no entry states (see rules/open-formats.ts).
 */
export function functionsOfRule(rule: EvidenceRule | null, groups: Groups): string[] {
  if (!rule || !('software' in rule) || rule.rule === 'open-formats') return []
  return groups.flatMap(({ slug: group, business, functions }) =>
    functions
      .map(({ slug }) => slug)
      .filter((slug) =>
        selects(rule.software, {
          functions: new Set([slug]),
          groups: new Set([group]),
          business,
        }),
      ),
  )
}

/** Which criteria a software of each function can back, by slug, in the order of the grid. */
export function criteriaByFunction(
  criteria: ReadonlyArray<{ slug: string; rule: EvidenceRule | null }>,
  groups: Groups,
): Map<string, string[]> {
  const by = new Map<string, string[]>()
  for (const { slug, rule } of criteria) {
    for (const name of functionsOfRule(rule, groups)) {
      by.set(name, [...(by.get(name) ?? []), slug])
    }
  }
  return by
}
