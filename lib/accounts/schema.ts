import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import { MEMBER_ROLES } from './rules/rights.ts'

const LONGEST_NAME = 80
const LONGEST_MESSAGE = 1_000

/** What is wrong with a form of this room; the pages word it, in `accounts.faults`. */
export const ACCOUNT_FAULTS = [
  'email-missing',
  'email-wrong',
  'name-long',
  'message-long',
  'role-unknown',
  'locale-unknown',
  'confirmation-wrong',
] as const
export type AccountFault = (typeof ACCOUNT_FAULTS)[number]
const because = (error: AccountFault) => ({ error })

/** An address as it is compared everywhere: in lower case. */
export const emailAddress = z
  .string(because('email-missing'))
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { ...because('email-missing'), abort: true })
      .max(254, { ...because('email-wrong'), abort: true })
      .pipe(z.email(because('email-wrong'))),
  )

const locale = z.enum(['fr', 'en'], because('locale-unknown'))

export const memberRole = z.enum(MEMBER_ROLES, because('role-unknown'))

export const signInInput = z.object({
  email: emailAddress,
  locale: z.enum(['fr', 'en']).catch('fr'),
  next: z.string().catch(''),
})

export const profileInput = z.object({
  language: locale,
  name: z
    .string(because('name-long'))
    .transform(oneLine)
    .pipe(z.string().max(LONGEST_NAME, because('name-long'))),
})

export const joinInput = z.object({
  organisation: z.string(),
  role: memberRole,
  message: z
    .string(because('message-long'))
    .transform(lines)
    .pipe(z.string().max(LONGEST_MESSAGE, because('message-long'))),
})

export const inviteInput = z.object({ email: emailAddress, role: memberRole })

/** What is typed to delete an account, in the language of the page. */
export const CONFIRMATION = { fr: 'SUPPRIMER', en: 'DELETE' } as const

export const deletionInput = z.object({
  confirmation: z
    .string(because('confirmation-wrong'))
    .transform((text) => text.trim().toUpperCase())
    .pipe(z.enum(Object.values(CONFIRMATION), because('confirmation-wrong'))),
})

/** What the address of the page to join asks for; anything malformed asks for nothing. */
export const joinAddress = z.object({
  q: firstValue.transform((text) => oneLine(text).slice(0, 120)).catch(''),
  organisme: firstValue.pipe(z.string().regex(/^[\w-]{1,40}$/)).catch(''),
  fait: firstValue
    .pipe(z.enum(['joined', 'asked', 'already']))
    .optional()
    .catch(undefined),
})
