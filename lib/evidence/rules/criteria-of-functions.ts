import type { EvidenceRule } from '#lib/label/grid-schema.ts'
import { selects } from './selection.ts'

/** The tree of functions, as far as a selection of software reads it. */
type Groups = ReadonlyArray<{
  slug: string
  business: boolean
  functions: ReadonlyArray<{ slug: string }>
}>

export interface FunctionsOfRule {
  /** Whose software counts, be it one of its functions among others. */
  any: string[]
  /** Whose software counts when it is its main function: the trades. */
  main: string[]
}

/**
 * The functions whose software gives a rule something to rest on, in the order of the tree. None for a
 * rule that takes any software (a share that an operator runs, a timeline), which tells nothing of one, nor
 * for open formats, which no entry states (see rules/open-formats.ts).
 */
export function functionsOfRule(rule: EvidenceRule | null, groups: Groups): FunctionsOfRule {
  if (!rule || !('software' in rule) || rule.rule === 'open-formats') return { any: [], main: [] }
  const { business } = rule.software
  const named = { ...rule.software, business: false }
  return {
    any: groups.flatMap(({ slug: group, functions }) =>
      functions
        .map(({ slug }) => slug)
        .filter((slug) =>
          selects(named, {
            functions: new Set([slug]),
            groups: new Set([group]),
            business: false,
          }),
        ),
    ),
    main: groups.flatMap((group) =>
      business && group.business ? group.functions.map(({ slug }) => slug) : [],
    ),
  }
}

export interface CriteriaByFunction {
  any: Map<string, string[]>
  main: Map<string, string[]>
}

/** Which criteria a software of each function can back, by slug, in the order of the grid. */
export function criteriaByFunction(
  criteria: ReadonlyArray<{ slug: string; rule: EvidenceRule | null }>,
  groups: Groups,
): CriteriaByFunction {
  const by: CriteriaByFunction = { any: new Map(), main: new Map() }
  for (const { slug, rule } of criteria) {
    const functions = functionsOfRule(rule, groups)
    for (const which of ['any', 'main'] as const) {
      for (const name of functions[which]) {
        by[which].set(name, [...(by[which].get(name) ?? []), slug])
      }
    }
  }
  return by
}
