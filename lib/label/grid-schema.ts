import { z } from 'zod'

/**
 * A grid as data: axes, criteria, kinds of answer, evidence rules. The same shape is what an organiser
 * edits, what is imported and exported as YAML or JSON, and what the published JSON Schema describes.
 */

/** What an answer can be made of. A criterion asks for one or several, in its own order. */
export const ANSWER_PARTS = [
  'yes-no',
  'choice',
  'number',
  'amount',
  'share',
  'date',
  'text',
  'list',
  'url',
] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

/** Longest answer of a part, in characters. */
export const ANSWER_LENGTHS: Record<AnswerPart, number> = {
  'yes-no': 3,
  choice: 64,
  number: 12,
  amount: 12,
  share: 3,
  date: 10,
  text: 10_000,
  list: 10_000,
  url: 2_000,
}

const bilingual = z.strictObject({ fr: z.string().trim().min(1), en: z.string().trim().min(1) })
const maybeBilingual = z.strictObject({
  fr: z.string().trim().default(''),
  en: z.string().trim().default(''),
})
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/**
 * Which software a rule is about: that of some functions, of some groups of functions, or of every
 * business group (`business`). Slugs of the catalogue's tree, which are checked on entry.
 */
export const functionSelection = z
  .strictObject({
    functions: z.array(slug).default([]),
    groups: z.array(slug).default([]),
    business: z.boolean().default(false),
  })
  .refine((value) => value.business || value.functions.length + value.groups.length > 0, {
    message: 'no-function',
  })
export type FunctionSelection = z.infer<typeof functionSelection>

const DENOMINATORS = ['workstations', 'servers', 'schoolWorkstations'] as const

/**
 * The ten rules R1 to R10 of the label's reference (label-tnl.md, 5), as declarations. What each one
 * computes is said once, in lib/evidence.
 */
export const evidenceRule = z.discriminatedUnion('rule', [
  /** R1: how many distinct software of these functions. `list`: their names are asked, too. */
  z.strictObject({ rule: z.literal('software-count'), software: functionSelection }),
  /** R2: the largest use among them, over what the organisation has. */
  z.strictObject({
    rule: z.literal('largest-share'),
    software: functionSelection,
    of: z.enum(DENOMINATORS),
  }),
  /** R3 and R4: all their uses together, over what the organisation has. */
  z.strictObject({
    rule: z.literal('summed-share'),
    software: functionSelection,
    of: z.enum(DENOMINATORS),
  }),
  /** R5: which share of all its software an operator runs for it. */
  z.strictObject({ rule: z.literal('pooled-share') }),
  /** R6: at least one. */
  z.strictObject({ rule: z.literal('any-software'), software: functionSelection }),
  /** R7: those that write open formats; a hint, never a full answer. */
  z.strictObject({ rule: z.literal('open-formats'), software: functionSelection }),
  /** R8: its software by date, those planned and piloted included: material for a text. */
  z.strictObject({ rule: z.literal('timeline') }),
  /** R9: software that the organisation publishes under a free licence in a public repository. */
  z.strictObject({ rule: z.literal('published-software'), full: z.boolean().default(true) }),
  /** R10: its testimonials in the catalogue. */
  z.strictObject({ rule: z.literal('testimonials') }),
])
export type EvidenceRule = z.infer<typeof evidenceRule>

export const criterionInput = z.strictObject({
  /** `axis.name`: the same from one edition to the next. */
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/),
  number: z.string().trim().max(20).default(''),
  label: bilingual,
  help: maybeBilingual.prefault({}),
  answer: z.array(z.enum(ANSWER_PARTS)).min(1),
  choices: z.array(bilingual.extend({ value: slug })).default([]),
  unit: z.string().trim().max(40).default(''),
  required: z.boolean().default(false),
  /** Null: not known, or none. */
  weight: z.number().positive().max(1_000).nullable().default(null),
  basis: z.enum(['question', 'theme', 'proposal']),
  basisNote: maybeBilingual.prefault({}),
  sources: z.array(z.strictObject({ title: z.string(), url: z.url() })).default([]),
  rule: evidenceRule.nullable().default(null),
})
export type CriterionInput = z.infer<typeof criterionInput>

export const gridInput = z.strictObject({
  title: bilingual,
  note: maybeBilingual.prefault({}),
  axes: z
    .array(
      z.strictObject({
        id: slug,
        name: bilingual,
        criteria: z.array(criterionInput).min(1),
      }),
    )
    .min(1),
})
export type GridInput = z.infer<typeof gridInput>
