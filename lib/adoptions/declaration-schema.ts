import { z } from 'zod'
import { lines, oneLine } from '#lib/typed-text.ts'
import type { DeclarationFault } from './rules/declaration-faults.ts'
import { ADOPTION_STATES, STOP_REASONS } from './schema.ts'

const RUN_BY = ['own-it', 'operator', 'provider'] as const
const CONTACT_WISHES = ['none', 'relay', 'public'] as const

const LONGEST_LINE = 200
export const LONGEST_TEXT = 2_000

const because = (error: DeclarationFault) => ({ error })

const line = z
  .string(because('line-long'))
  .transform(oneLine)
  .pipe(z.string().max(LONGEST_LINE, because('line-long')))
const text = z
  .string(because('text-long'))
  .transform(lines)
  .pipe(z.string().max(LONGEST_TEXT, because('text-long')))

const SPACES = /[\s\u00a0\u202f]/g

/** "1 200" and "1200" are one number; an empty field is none. */
const wholeNumber = (longest: number, fault: DeclarationFault) =>
  z
    .string(because(fault))
    .transform((typed) => typed.replace(SPACES, '').replace(/(€|euros?)$/i, ''))
    .pipe(z.string().regex(new RegExp(`^\\d{0,${longest}}$`), because(fault)))
    .transform((digits) => (digits === '' ? null : Number(digits)))

/** A year, a month or a day, as YYYY-MM-DD or as it is written in French; empty for unknown. */
const looseDate = z
  .string(because('date-wrong'))
  .transform((typed) => {
    const [, day, month, year] = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(typed.trim()) ?? []
    if (!year) return typed.trim()
    return [year, month, day]
      .filter((part) => part !== undefined)
      .map((part) => part.padStart(2, '0'))
      .join('-')
  })
  .refine((date) => date === '' || isLooseDate(date), because('date-wrong'))

function isLooseDate(date: string): boolean {
  if (!/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(date)) return false
  const whole = `${date}-01-01`.slice(0, 10)
  const time = Date.parse(whole)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole)
}

const oneOf = <const List extends readonly [string, ...string[]]>(list: List) =>
  z.enum(['', ...list], because('choice-wrong'))

/** What an organisation says of its use. A field that is left out says nothing; an empty one says "none". */
const details = z.object({
  state: z.enum(ADOPTION_STATES, because('state-missing')),
  since: looseDate.optional(),
  version: line.optional(),
  workstations: wholeNumber(7, 'count-wrong').optional(),
  users: wholeNumber(7, 'count-wrong').optional(),
  servers: wholeNumber(7, 'count-wrong').optional(),
  /** Of schools, which an organisation counts apart. */
  schoolWorkstations: wholeNumber(7, 'count-wrong').optional(),
  services: line.optional(),
  runBy: oneOf(RUN_BY).optional(),
  /** The key of an organisation. */
  operator: z
    .string(because('operator-unknown'))
    .regex(/^[\w-]{0,40}$/, because('operator-unknown'))
    .optional(),
  provider: line.optional(),
  replaces: line.optional(),
  /** Whole euros a year. */
  costAvoided: wholeNumber(9, 'cost-wrong').optional(),
  costMethod: text.optional(),
  contactWish: oneOf(CONTACT_WISHES).optional(),
  contactPublic: line.optional(),
  note: text.optional(),
  stoppedOn: looseDate.optional(),
  stopReason: oneOf(STOP_REASONS).optional(),
  stopNote: text.optional(),
})
type Details = z.infer<typeof details>

function hangsTogether(value: Partial<Details>, check: z.RefinementCtx): void {
  const fault = (field: keyof Details, message: DeclarationFault) =>
    check.addIssue({ code: 'custom', path: [field], message })
  const { costAvoided, costMethod, contactWish, contactPublic, since, stoppedOn, state } = value
  if (typeof costAvoided === 'number' && !costMethod) fault('costMethod', 'cost-method-missing')
  if (contactWish === 'public' && !contactPublic) fault('contactPublic', 'contact-missing')
  // Compared as far as both say: 2019 is not before 2019-05.
  const shared = Math.min(since?.length ?? 0, stoppedOn?.length ?? 0)
  if (
    state === 'stopped' &&
    since &&
    stoppedOn &&
    stoppedOn.slice(0, shared) < since.slice(0, shared)
  ) {
    fault('stoppedOn', 'stopped-before-since')
  }
}

/** A declaration without the software that it is about. Issues carry a fault's key, not a sentence. */
export const declarationDetails = details.superRefine(hangsTogether)
export type DeclarationDetails = Details

/** A declaration as a form sends it: two fields are required, the software (its slug) and the state. */
export const declarationInput = details
  .extend({
    software: z
      .string(because('software-missing'))
      .trim()
      .min(1, because('software-missing'))
      .max(LONGEST_LINE, because('software-unknown')),
  })
  .superRefine(hangsTogether)

export const DETAIL_FIELDS = Object.keys(details.shape) as ReadonlyArray<keyof Details>
