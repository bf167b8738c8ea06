import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'
import { ORGANISATION_KINDS } from '#lib/organisations/schema.ts'
import { lines, oneLine } from '#lib/typed-text.ts'

export const SHORTEST_ASKED = 2
export const LONGEST_ASKED = 200
export const LONGEST_NEED = 2_000

/** What is wrong with a request; the pages word it, in `ask.form.faults`. */
export const REQUEST_FAULTS = [
  'asked-missing',
  'asked-short',
  'asked-long',
  'need-long',
  'function-unknown',
  'kind-unknown',
] as const
export type RequestFault = (typeof REQUEST_FAULTS)[number]
const because = (error: RequestFault) => ({ error })

/** A request for a software that the catalogue lacks. Issues carry a fault's key, not a sentence. */
export const softwareRequestInput = z.object({
  asked: z
    .string(because('asked-missing'))
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, { ...because('asked-missing'), abort: true })
        .min(SHORTEST_ASKED, because('asked-short'))
        .max(LONGEST_ASKED, because('asked-long')),
    ),
  need: z
    .string(because('need-long'))
    .transform(lines)
    .pipe(z.string().max(LONGEST_NEED, because('need-long')))
    .default(''),
  /** The slug of a function; empty for none. */
  function: z
    .string(because('function-unknown'))
    .regex(/^[\w-]{0,60}$/, because('function-unknown'))
    .default(''),
  organisationKind: z.enum(['', ...ORGANISATION_KINDS], because('kind-unknown')).default(''),
  locale: z.enum(['fr', 'en']).catch('fr'),
  /** A field that no person sees: only a program fills it. */
  trap: z.string().catch('').default(''),
})

const firstText = firstValue.catch('')

/** What the address of the form asks for: what to write in it, or to confirm a request that was sent. */
export const askAddress = z.object({
  nom: firstText.transform((text) => oneLine(text).slice(0, LONGEST_ASKED)),
  fonction: firstText.transform((text) => (/^[\w-]{1,60}$/.test(text) ? text : '')),
  envoyee: firstText.transform((text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)),
})

export const QUEUE_KINDS = [
  'software-proposal',
  'join-request',
  'contestation',
  'testimonial',
  'merge',
  'provider',
  'listing',
  'claim',
  'software-request',
] as const
export type QueueKind = (typeof QUEUE_KINDS)[number]

export const QUEUE_PAGE_SIZE = 25

/** What the address of the queue asks for; anything malformed falls back to no filter. */
export const queueFilters = z.object({
  type: firstValue.pipe(z.enum(QUEUE_KINDS)).optional().catch(undefined),
  etat: firstValue
    .pipe(z.enum(['attente', 'traite']))
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type QueueFilters = z.infer<typeof queueFilters>

export const SHORTEST_REASON = 10
export const LONGEST_REASON = 2_000

/** What is wrong with a decision; the pages word it. */
export const SETTLE_FAULTS = ['reason-missing', 'reason-short', 'reason-long'] as const
export type SettleFault = (typeof SETTLE_FAULTS)[number]

/** What is wrong with a proposal; the pages word it. */
export const PROPOSAL_FAULTS = [
  'name-missing',
  'name-long',
  'name-known',
  'website-wrong',
  'what-missing',
  'what-long',
  'organisation-missing',
] as const
export type ProposalFault = (typeof PROPOSAL_FAULTS)[number]
