import type { Figure } from './fact.ts'
import type { NextStep } from './next-step.ts'

interface Stepped {
  slug: string
  step: NextStep | null
}

/** What to do first: each step with the criteria that it serves, those that serve most first. */
export type BestStep =
  | { kind: 'state-figure'; of: Figure; criteria: string[] }
  | { kind: 'reconfirm'; adoptions: number; never: number; criteria: string[] }
  | { kind: 'near'; organisations: number; criteria: string[] }

/** How many criteria near organisations back are named: the most backed ones. */
const NEAR_SHOWN = 2

/**
 * The steps that serve several criteria at once, and the best backed criteria around: a page has room for
 * a few. A use that is confirmed once is so for all its criteria.
 */
export function bestSteps(items: readonly Stepped[]): BestStep[] {
  const figures = new Map<Figure, string[]>()
  const adoptions = new Set<number>()
  const reconfirmed: string[] = []
  let never = 0
  const near: Array<Extract<BestStep, { kind: 'near' }>> = []
  for (const { slug, step } of items) {
    if (step?.kind === 'state-figure') {
      figures.set(step.of, [...(figures.get(step.of) ?? []), slug])
    } else if (step?.kind === 'reconfirm') {
      reconfirmed.push(slug)
      for (const id of step.adoptions) adoptions.add(id)
      never = Math.max(never, step.never)
    } else if (step?.kind === 'near') {
      near.push({ kind: 'near', organisations: step.organisations, criteria: [slug] })
    }
  }
  const shared: BestStep[] = [
    ...[...figures].map(([of, criteria]) => ({ kind: 'state-figure' as const, of, criteria })),
    ...(reconfirmed.length > 0
      ? [
          {
            kind: 'reconfirm' as const,
            adoptions: adoptions.size,
            never,
            criteria: reconfirmed,
          },
        ]
      : []),
  ]
  shared.sort((a, b) => b.criteria.length - a.criteria.length)
  near.sort((a, b) => b.organisations - a.organisations)
  return [...shared, ...near.slice(0, NEAR_SHOWN)]
}
