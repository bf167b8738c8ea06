import type { EvidenceRule, FunctionSelection } from '#lib/label/grid-schema.ts'

/** The tree of functions, as far as a selection of software reads it. */
type Groups = ReadonlyArray<{
  slug: string
  business: boolean
  functions: ReadonlyArray<{ slug: string }>
}>

/** The functions whose software a rule is about; none for a rule that looks at all software alike. */
export function functionsOfRule(rule: EvidenceRule | null, groups: Groups): string[] {
  return rule && 'software' in rule ? functionsSelected(rule.software, groups) : []
}

/** The functions of a selection, in the order of the tree. */
export function functionsSelected(selection: FunctionSelection, groups: Groups): string[] {
  return groups.flatMap((group) =>
    group.functions
      .filter(
        ({ slug }) =>
          (selection.business && group.business) ||
          selection.groups.includes(group.slug) ||
          selection.functions.includes(slug),
      )
      .map(({ slug }) => slug),
  )
}

/**
 * Which criteria a software of each function can back, by slug, in the order of the grid. A rule that
 * takes any software (a share that an operator runs, a timeline) tells nothing of one: it is left out.
 */
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
