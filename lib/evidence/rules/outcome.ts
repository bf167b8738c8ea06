import type { ComputedEvidence } from '#lib/evidence/schema.ts'
import type { Fact, Figure } from './fact.ts'

/** What a rule says at a date, before it is known whether what it rests on is still fresh. */
export interface Outcome {
  value: number | null
  numerator: number | null
  denominator: number | null
  items: readonly Fact[]
  apart: readonly Fact[]
  /** Which of a fact's units the rule counts; null for none. */
  unit: Figure | null
  /** Of a share of servers: whether the total counts virtual machines; null when not said. */
  serversVirtual: boolean | null
  /** Whether the rule gives a full answer, freshness left aside. */
  full: boolean
  /** YYYY-MM-DD: the last day on which what it rests on is fresh; empty for never. */
  freshUntil: string
  reasons: ReadonlyArray<Exclude<ComputedEvidence['reasons'][number], 'stale'>>
}

/** An outcome of items, with nothing else said of it than what is given. */
export function outcomeOf(
  items: readonly Fact[],
  more: Partial<Omit<Outcome, 'items'>> = {},
): Outcome {
  return {
    value: null,
    numerator: null,
    denominator: null,
    items,
    apart: [],
    unit: null,
    serversVirtual: null,
    full: true,
    freshUntil: '',
    reasons: [],
    ...more,
  }
}

/**
 * Nothing is on record: "not evidenced", never "no" (label-tnl.md 5, R6).
 * @param apart what is on trial, listed all the same.
 */
export const nothing = (
  apart: readonly Fact[] = [],
  reasons: Outcome['reasons'] = ['nothing'],
): Outcome => outcomeOf([], { apart, full: false, reasons })
