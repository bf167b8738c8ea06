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

/** Longest texts of a grid, in characters, and most parts of each kind. */
export const GRID_LIMITS = {
  name: 200,
  label: 500,
  text: 3_000,
  axes: 20,
  criteria: 100,
  choices: 50,
  sources: 20,
  weight: 1_000,
} as const

const bilingual = (longest: number) =>
  z.strictObject({
    fr: z.string().trim().min(1).max(longest),
    en: z.string().trim().min(1).max(longest),
  })
const maybeBilingual = z.strictObject({
  fr: z.string().trim().max(GRID_LIMITS.text).default(''),
  en: z.string().trim().max(GRID_LIMITS.text).default(''),
})
const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** Shown as links: nothing but http and https gets in. */
const address = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500)

/**
 * Which software a rule is about: that of some functions, of some groups of functions, or that whose
 * main function is in a business group (`business`). Slugs of the catalogue's tree, which are checked on entry.
 */
export const functionSelection = z
  .strictObject({
    functions: z.array(slug).max(100).default([]),
    groups: z.array(slug).max(40).default([]),
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
  id: z
    .string()
    .max(130)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/),
  number: z.string().trim().max(20).default(''),
  label: bilingual(GRID_LIMITS.label),
  help: maybeBilingual.prefault({}),
  answer: z.array(z.enum(ANSWER_PARTS)).min(1).max(ANSWER_PARTS.length),
  choices: z
    .array(bilingual(GRID_LIMITS.name).extend({ value: slug }))
    .max(GRID_LIMITS.choices)
    .default([]),
  unit: z.string().trim().max(40).default(''),
  required: z.boolean().default(false),
  /** Null: not known, or none. */
  weight: z.number().positive().max(GRID_LIMITS.weight).nullable().default(null),
  basis: z.enum(['question', 'theme', 'proposal']),
  basisNote: maybeBilingual.prefault({}),
  sources: z
    .array(z.strictObject({ title: z.string().trim().min(1).max(300), url: address }))
    .max(GRID_LIMITS.sources)
    .default([]),
  rule: evidenceRule.nullable().default(null),
})
export type CriterionInput = z.infer<typeof criterionInput>

export const gridInput = z.strictObject({
  title: bilingual(GRID_LIMITS.name),
  note: maybeBilingual.prefault({}),
  axes: z
    .array(
      z.strictObject({
        id: slug,
        name: bilingual(GRID_LIMITS.name),
        criteria: z.array(criterionInput).max(GRID_LIMITS.criteria),
      }),
    )
    .max(GRID_LIMITS.axes),
})
export type GridInput = z.infer<typeof gridInput>
