import { z } from 'zod'

// The sentences of the pages are made from a rule and what it says.
export type { EvidenceRule } from '#lib/label/grid-schema.ts'

/** What is known of a criterion: proven by adoptions, in part, said by hand, or nothing. */
export const EVIDENCE_STATES = ['evidenced', 'partial', 'declared', 'empty'] as const
export type EvidenceState = (typeof EVIDENCE_STATES)[number]

/** One thing that a figure rests on; for an adoption, `id` is its row. */
export const evidenceItem = z.object({
  kind: z.enum(['adoption', 'software', 'testimonial']),
  id: z.number(),
  software: z.object({ slug: z.string(), name: z.string() }),
  /** Of an adoption: production, pilot, evaluating. */
  state: z.string(),
  trust: z.string(),
  since: z.string(),
  /** Workstations or servers that the rule counts; null when not said. */
  units: z.number().nullable(),
  /** YYYY-MM-DD; empty when the organisation has never confirmed it. */
  confirmedOn: z.string(),
  fresh: z.boolean(),
})
export type EvidenceItem = z.infer<typeof evidenceItem>

/**
 * What adoptions say of one criterion at a date, in a shape that pages explain in a sentence and that a
 * snapshot freezes.
 */
export const computedEvidence = z.object({
  /** Slug. */
  criterion: z.string(),
  rule: z.string(),
  state: z.enum(['evidenced', 'partial', 'empty']),
  /** A count, or whole percents of a share, rounded down and at most 100; null where there is none. */
  value: z.number().nullable(),
  /** Of a share: what was divided, and by what. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Of a share of servers: whether the total counts virtual machines; left out where it is not said. */
  serversVirtual: z.boolean().optional(),
  items: z.array(evidenceItem),
  /** Listed apart and never counted: pilots, trials. */
  apart: z.array(evidenceItem),
  /** Why it is not more: keys of the texts of the page. */
  reasons: z.array(
    z.enum([
      'stale',
      'no-denominator',
      'no-units',
      'hint',
      'over-100',
      'nothing',
      'virtual-not-said',
    ]),
  ),
})
export type ComputedEvidence = z.infer<typeof computedEvidence>
