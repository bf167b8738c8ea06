import type { ComputedEvidence } from '#lib/evidence/schema.ts'
import type { CriterionView } from '#lib/label/grid-view.ts'
import type { Figure } from './fact.ts'

/** What would add the most to a criterion, in the words of a page. */
export type NextStep =
  /** A figure of the organisation turns a list into a share. */
  | { kind: 'state-figure'; of: Figure }
  /** The figure stated and the uses do not fit together. */
  | { kind: 'check-figure'; of: Figure }
  /** The extent of some uses is not said. */
  | { kind: 'say-units'; of: Figure; adoptions: number[] }
  /** Uses that the organisation confirmed more than a year ago, or never did. */
  | { kind: 'reconfirm'; adoptions: number[]; never: number }
  /** Organisations of its kind in its département already back it. */
  | { kind: 'near'; organisations: number }
  | { kind: 'declare' }
  /** Adoptions are a hint at most: it takes an answer. */
  | { kind: 'answer' }

/**
 * The next step of a criterion; null where nothing is missing.
 * @param near organisations of the same kind and département that back it.
 */
export function nextStep(
  { rule }: Pick<CriterionView, 'rule'>,
  evidence: ComputedEvidence | undefined,
  answered: boolean,
  near: number,
): NextStep | null {
  if (evidence?.state === 'evidenced') return null
  const why = new Set(evidence?.reasons ?? [])
  const uses = (evidence?.items ?? []).filter(({ kind }) => kind === 'adoption')
  if (evidence?.state === 'partial') {
    const of = rule && 'of' in rule ? rule.of : 'workstations'
    if (why.has('no-denominator') || why.has('virtual-not-said')) {
      return { kind: 'state-figure', of }
    }
    if (why.has('no-units')) {
      const unsaid = uses.filter(({ units }) => units === null)
      return { kind: 'say-units', of, adoptions: unsaid.map(({ id }) => id) }
    }
    if (why.has('over-100')) return { kind: 'check-figure', of }
    const old = uses.filter(({ fresh }) => !fresh)
    if (why.has('stale') && old.length > 0) {
      const never = old.filter(({ confirmedOn }) => confirmedOn === '').length
      return { kind: 'reconfirm', adoptions: old.map(({ id }) => id), never }
    }
    return answered ? null : { kind: 'answer' }
  }
  if (answered) return null
  const bySoftware = rule && 'software' in rule && rule.rule !== 'open-formats'
  // That others near have software of any kind tells nobody what to do.
  if (bySoftware && near > 0) return { kind: 'near', organisations: near }
  return bySoftware || rule?.rule === 'timeline' ? { kind: 'declare' } : { kind: 'answer' }
}
