import { z } from 'zod'
import { webAddress } from '#lib/sources.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import type { NeedFault } from './schema.ts'

const because = (error: NeedFault) => ({ error })

/** Whole euros as people write them: `12 000`, `12000 €`. Empty is not said. */
const euros = z
  .string(because('amount-wrong'))
  .default('')
  .transform((text) => text.replace(/[\s\u00a0\u202f€.]/g, ''))
  .pipe(z.string().regex(/^\d{0,9}$/, because('amount-wrong')))
  .transform((digits) => (digits === '' ? null : Number(digits)))

const text = (least: number, most: number, short: NeedFault, long: NeedFault) =>
  z
    .string(because(short))
    .transform(lines)
    .pipe(z.string().min(least, because(short)).max(most, because(long)))

const title = z
  .string(because('title-short'))
  .transform(oneLine)
  .pipe(z.string().min(8, because('title-short')).max(120, because('title-long')))

const optionalAddress = z
  .string(because('address-wrong'))
  .default('')
  .transform(oneLine)
  .refine(
    (value) => value === '' || (value.length <= 500 && webAddress.safeParse(value).success),
    because('address-wrong'),
  )

const organisation = z
  .string(because('organisation-missing'))
  .min(1, because('organisation-missing'))
const note = z
  .string(because('note-long'))
  .default('')
  .transform(lines)
  .pipe(z.string().max(500, because('note-long')))
const locale = z.enum(['fr', 'en']).catch('fr')

/** A need as an organisation asks for it: of a function (`function`) or on a software (`software`). */
export const needInput = z.object({
  organisation,
  function: z.string().default(''),
  software: z.string().default(''),
  title,
  body: text(30, 4_000, 'body-short', 'body-long'),
  amount: euros,
  note,
  locale,
})

/** "We need it too". */
export const joinInput = z.object({ organisation, amount: euros, note })

export const closeInput = z.object({
  state: z.enum(['open', 'met', 'closed'], because('state-missing')),
  outcome: z
    .string(because('outcome-missing'))
    .default('')
    .transform(lines)
    .pipe(z.string().max(2_000, because('outcome-long'))),
  /** Slug of the software that meets it. */
  software: z.string().default(''),
})

export const callInput = z.object({
  title,
  body: text(30, 6_000, 'body-short', 'body-long'),
  target: euros,
  deadline: z
    .string(because('deadline-wrong'))
    .default('')
    .transform(oneLine)
    .refine((day) => day === '' || z.iso.date().safeParse(day).success, because('deadline-wrong')),
  specificationUrl: optionalAddress,
})

export const settleCallInput = z.object({
  state: z.enum(['open', 'funded', 'delivered', 'abandoned'], because('state-missing')),
  outcome: z
    .string(because('outcome-missing'))
    .default('')
    .transform(lines)
    .pipe(z.string().max(2_000, because('outcome-long'))),
  outcomeUrl: optionalAddress,
  software: z.string().default(''),
})
