import type { FunctionSelection } from '#lib/label/grid-schema.ts'
import type { SoftwareFact } from './fact.ts'

/** Whether a software is one that a rule is about: by a function, by a group, or by any trade. */
export function selects(
  selection: FunctionSelection,
  software: Pick<SoftwareFact, 'functions' | 'groups' | 'business'>,
): boolean {
  return (
    (selection.business && software.business) ||
    selection.functions.some((slug) => software.functions.has(slug)) ||
    selection.groups.some((slug) => software.groups.has(slug))
  )
}
