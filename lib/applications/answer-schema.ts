import { z } from 'zod'
import { ANSWER_LENGTHS, type AnswerPart } from '#lib/label/grid-schema.ts'
import { lines, oneLine } from '#lib/typed-text.ts'

/** By part, as it is kept: a part that is not answered is not there. */
export type Answer = Partial<Record<AnswerPart, string>>

/** What is wrong with a part of an answer; the pages word it, in `dossier.faults`. */
export const ANSWER_FAULTS = [
  'yes-no-unknown',
  'choice-unknown',
  'number-wrong',
  'amount-wrong',
  'share-wrong',
  'date-wrong',
  'text-long',
  'list-long',
  'url-wrong',
] as const
export type AnswerFault = (typeof ANSWER_FAULTS)[number]
const because = (error: AnswerFault) => ({ error })

/** Characters as a reader counts them: an emoji is one. */
const count = (text: string) => [...text].length

const long = (part: 'text' | 'list') =>
  z
    .string()
    .transform(lines)
    .refine((text) => count(text) <= ANSWER_LENGTHS[part], because(`${part}-long`))

/** As people write numbers: spaces between thousands, a comma or a point, a sign after it. */
const digits = (part: 'number' | 'amount', sign: RegExp) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/[\s\u00a0\u202f]/g, '')
        .replace(sign, '')
        .replace(',', '.'),
    )
    .refine((text) => text === '' || /^\d{1,9}(\.\d{1,2})?$/.test(text), because(`${part}-wrong`))

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

const isWebAddress = (text: string) =>
  text.length <= ANSWER_LENGTHS.url &&
  /^https?:\/\/[^\s]+$/i.test(text) &&
  URL.canParse(text) &&
  new URL(text).hostname.includes('.')

const PARTS: Record<Exclude<AnswerPart, 'choice'>, z.ZodType<string, string>> = {
  'yes-no': z.enum(['', 'yes', 'no'], because('yes-no-unknown')),
  number: digits('number', /$/),
  amount: digits('amount', /€$/),
  share: z
    .string()
    .transform((text) => text.replace(/[\s\u00a0\u202f]/g, '').replace(/%$/, ''))
    .refine(
      (text) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 100),
      because('share-wrong'),
    ),
  date: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text === '' || isDay(text), because('date-wrong')),
  text: long('text'),
  list: long('list'),
  url: z
    .string()
    .transform(oneLine)
    .refine((text) => text === '' || isWebAddress(text), because('url-wrong')),
}

/**
 * Reads what was typed as an answer to a criterion; parts that it does not ask for are dropped.
 * @throws z.ZodError whose paths are parts and whose messages are keys of AnswerFault
 */
export function readAnswer(
  criterion: { parts: readonly AnswerPart[]; choices: ReadonlyArray<{ value: string }> },
  typed: Readonly<Record<string, string>>,
): Answer {
  const shape = Object.fromEntries(
    criterion.parts.map((part) => [
      part,
      (part === 'choice'
        ? z.enum(['', ...criterion.choices.map(({ value }) => value)], because('choice-unknown'))
        : PARTS[part]
      ).default(''),
    ]),
  )
  const read = z.object(shape).parse(typed) as Record<string, string>
  return Object.fromEntries(Object.entries(read).filter(([, text]) => text !== ''))
}

export const isAnswered = (answer: Answer | null | undefined): answer is Answer =>
  answer !== null && answer !== undefined && Object.keys(answer).length > 0

/** Whether two answers say the same. */
export const sameAnswer = (one: Answer, other: Answer) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([part, text]) => other[part as AnswerPart] === text)
