import { z } from 'zod'

export const NEED_KINDS = ['gap', 'wish'] as const

export const NEED_STATES = ['open', 'met', 'closed'] as const
export type NeedState = (typeof NEED_STATES)[number]

export const CALL_STATES = ['open', 'funded', 'delivered', 'abandoned'] as const
export type CallState = (typeof CALL_STATES)[number]

/** What may be wrong with a form of needs and calls: keys of its sentences. */
export const NEED_FAULTS = [
  'organisation-missing',
  'subject-missing',
  'function-unknown',
  'software-unknown',
  'title-short',
  'title-long',
  'body-short',
  'body-long',
  'amount-wrong',
  'note-long',
  'deadline-wrong',
  'deadline-past',
  'address-wrong',
  'outcome-missing',
  'outcome-long',
  'state-missing',
] as const
export type NeedFault = (typeof NEED_FAULTS)[number]

/** Needs on one page of their list. */
export const NEEDS_A_PAGE = 20

/** The list of needs as a query asks for it. */
export const needFilters = z.object({
  kind: z.enum(NEED_KINDS).optional(),
  state: z.enum(NEED_STATES).default('open'),
  page: z.number().int().min(1).default(1),
})
export type NeedFilters = z.infer<typeof needFilters>

/** The same from the address of its page; what is wrong there counts as not said. */
export const needAddress = z
  .object({
    type: z.enum(['fonction', 'logiciel']).optional().catch(undefined),
    etat: z.enum(NEED_STATES).catch('open'),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  })
  .transform(({ type, etat, page }): NeedFilters => {
    const kind = type === undefined ? undefined : type === 'fonction' ? 'gap' : 'wish'
    return { state: etat, page, ...(kind ? { kind } : {}) }
  })

/** The number of a row from an address; 0, which no row has, for anything else. */
export const rowNumber = (text: string): number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0)

interface Bilingual {
  fr: string
  en: string
}

/** An organisation as lists of needs name it. */
export interface NeedOrganisation {
  id: number
  key: string
  name: string
  kind: string
  population: number | null
}

/** Who needs it, counted: see rules/reach.ts. */
export interface Reach {
  organisations: number
  /** Communes among them, and the inhabitants of these: nobody is counted twice. */
  communes: number
  inhabitants: number
  /** Whole euros, and how many organisations named a sum. */
  amount: number
  amounts: number
}

/** What it is about: a function without software, or a software with something missing. */
export type NeedSubject =
  | { kind: 'gap'; slug: string; name: Bilingual }
  | { kind: 'wish'; slug: string; name: string }
  /** The software that it was about has left the catalogue. */
  | { kind: 'wish'; slug: null; name: null }

export interface NeedCard {
  id: number
  title: string
  /** The language that it is written in. */
  language: 'fr' | 'en'
  subject: NeedSubject
  state: NeedState
  /** ISO 8601, UTC. */
  createdAt: string
  reach: Reach
  /** The calls for pooling that came of it. */
  calls: Array<{ id: number; title: string; state: CallState; deadline: string }>
}

export interface NeedSupport {
  organisation: NeedOrganisation
  amount: number | null
  note: string
  since: string
}

export interface NeedView extends NeedCard {
  body: string
  askedBy: NeedOrganisation
  outcome: string
  metBy: { slug: string; name: string } | null
  supporters: NeedSupport[]
}

export interface CallView {
  id: number
  need: NeedCard
  title: string
  body: string
  lead: NeedOrganisation
  /** Whole euros. */
  target: number | null
  /** YYYY-MM-DD, in Paris; empty for none. */
  deadline: string
  /** Whether one may join: open, and not past its last day. */
  takesParts: boolean
  specification: { url: string; fileName: string }
  state: CallState
  outcome: string
  outcomeUrl: string
  software: { slug: string; name: string } | null
  parts: NeedSupport[]
  reach: Reach
  createdAt: string
}
