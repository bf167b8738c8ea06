import type { ComputedEvidence, EvidenceState } from '#lib/evidence/schema.ts'

/** How many criteria are in each state. Counts, never a score: weights are not public. */
export type Coverage = Record<EvidenceState, number> & {
  total: number
  /** Evidenced, in part or in full, or answered by hand. */
  covered: number
}

/**
 * The state of a criterion for who prepares a dossier: what adoptions prove comes first, an answer by hand
 * alone is `declared` (label-tnl.md 5, "Evidence state"). Both stay readable side by side.
 */
export function criterionState(
  evidence: Pick<ComputedEvidence, 'state'> | undefined | null,
  answered: boolean,
): EvidenceState {
  if (evidence && evidence.state !== 'empty') return evidence.state
  return answered ? 'declared' : 'empty'
}

/** Whether an answer says something: one whose parts are all blank was opened and left. */
export const isAnswered = (answer: Readonly<Record<string, string>> | null | undefined): boolean =>
  Object.values(answer ?? {}).some((text) => text.trim() !== '')

export function coverageOf(states: readonly EvidenceState[]): Coverage {
  const of = (state: EvidenceState) => states.filter((item) => item === state).length
  const empty = of('empty')
  return {
    evidenced: of('evidenced'),
    partial: of('partial'),
    declared: of('declared'),
    empty,
    total: states.length,
    covered: states.length - empty,
  }
}
