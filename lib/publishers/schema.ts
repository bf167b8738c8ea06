import { z } from 'zod'
import { emailAddress, memberRole } from '#lib/accounts/schema.ts'
import { webAddress } from '#lib/sources.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import { PUBLISHER_EVENT_KINDS } from './rules/event-kinds.ts'

export const SHORTEST_MESSAGE = 20
export const LONGEST_MESSAGE = 2_000
const LONGEST_SUMMARY = 400

/** What a request for contact is about. */
export const CONTACT_SUBJECTS = [
  'question',
  'demonstration',
  'quote',
  'contribution',
  'other',
] as const

/** What is wrong with a form of this room; the pages word it, in `publisherSpace.faults`. */
export type PublisherFault =
  | 'message-missing'
  | 'message-short'
  | 'message-long'
  | 'subject-unknown'
  | 'software-unknown'
  | 'organisation-missing'
  | 'organisation-unknown'
  | 'organisation-several'
  | 'since-wrong'
  | 'state-wrong'
  | 'source-missing'
  | 'source-wrong'
  | 'website-wrong'
  | 'summary-long'
  | 'url-missing'
  | 'url-wrong'
  | 'url-not-https'
  | 'url-secrets'
  | 'events-missing'
const because = (error: PublisherFault) => ({ error })

/** What someone asks of a publisher. Issues carry a fault's key, not a sentence. */
export const contactInput = z.object({
  subject: z.enum(CONTACT_SUBJECTS, because('subject-unknown')),
  /** Slug of one of the publisher's software; empty for none in particular. */
  software: z.string().max(200, because('software-unknown')),
  /** Key of an organisation of the sender's; empty for the sender alone. */
  organisation: z.string().max(60),
  message: z
    .string(because('message-missing'))
    .transform(lines)
    .pipe(
      z
        .string()
        .min(1, { ...because('message-missing'), abort: true })
        .min(SHORTEST_MESSAGE, because('message-short'))
        .max(LONGEST_MESSAGE, because('message-long')),
    ),
})

const summary = z
  .string(because('summary-long'))
  .transform(oneLine)
  .pipe(z.string().max(LONGEST_SUMMARY, because('summary-long')))

/** The texts of a publisher's page that its members write. */
export const publisherTexts = z.object({
  website: z
    .string(because('website-wrong'))
    .trim()
    .refine(
      (text) => text === '' || (text.length <= 300 && webAddress.safeParse(text).success),
      because('website-wrong'),
    ),
  summaryFr: summary,
  summaryEn: summary,
})

export const publisherInviteInput = z.object({ email: emailAddress, role: memberRole })

/** What a publisher says of one organisation that uses its software. */
export const reportedUseInput = z.object({
  software: z.string().min(1, because('software-unknown')).max(200, because('software-unknown')),
  organisation: z
    .string(because('organisation-missing'))
    .transform(oneLine)
    .pipe(
      z.string().min(1, because('organisation-missing')).max(200, because('organisation-unknown')),
    ),
  departement: z.string().trim().max(3).catch(''),
  state: z.enum(['production', 'pilot', 'evaluating', 'stopped'], because('state-wrong')),
  since: z.string().trim().max(20, because('since-wrong')),
  source: z
    .string(because('source-missing'))
    .trim()
    .min(1, { ...because('source-missing'), abort: true })
    .refine((text) => text.length <= 500 && webAddress.safeParse(text).success, {
      ...because('source-wrong'),
    }),
})

/** Where a webhook goes and what it is told of. */
export const webhookInput = z.object({
  url: z
    .string(because('url-missing'))
    .trim()
    .min(1, { ...because('url-missing'), abort: true })
    .max(500, { ...because('url-wrong'), abort: true })
    .refine((text) => URL.canParse(text) && /^https?:/.test(text), {
      ...because('url-wrong'),
      abort: true,
    })
    // A password would be shown to every manager, and kept in the clear.
    .refine((text) => new URL(text).username === '' && new URL(text).password === '', {
      ...because('url-secrets'),
    }),
  events: z.array(z.enum(PUBLISHER_EVENT_KINDS)).min(1, because('events-missing')),
})
