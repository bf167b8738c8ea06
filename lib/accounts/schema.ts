import { z } from 'zod'
import { MEMBER_ROLES } from './rules/rights.ts'

export const LONGEST_NAME = 80
export const LONGEST_MESSAGE = 1_000

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

/** Controls, and marks that turn the direction of what follows: they would garble a list of names. */
const GARBLING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

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

export const locale = z.enum(['fr', 'en'], because('locale-unknown'))

export const memberRole = z.enum(MEMBER_ROLES, because('role-unknown'))

export const signInInput = z.object({
  email: emailAddress,
  locale: z.enum(['fr', 'en']).catch('fr'),
  next: z.string().catch(''),
})

export const profileInput = z.object({
  name: z
    .string(because('name-long'))
    .transform((text) => text.replace(GARBLING, ' ').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(LONGEST_NAME, because('name-long'))),
  locale,
})

export const joinInput = z.object({
  organisation: z.string(),
  role: memberRole,
  message: z
    .string(because('message-long'))
    .transform((text) =>
      text
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(GARBLING, ' ').trimEnd())
        .join('\n')
        .trim(),
    )
    .pipe(z.string().max(LONGEST_MESSAGE, because('message-long'))),
})

export const inviteInput = z.object({ email: emailAddress, role: memberRole })
