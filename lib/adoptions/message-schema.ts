import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'
import { lines } from '#lib/typed-text.ts'

export const SHORTEST_TESTIMONIAL = 30
export const LONGEST_TESTIMONIAL = 1_500
export const SHORTEST_MESSAGE = 20
export const LONGEST_MESSAGE = 2_000

/** What is wrong with a testimonial or a message; the pages word it, in `reads.faults`. */
export type MessageFault =
  | 'testimonial-missing'
  | 'testimonial-short'
  | 'testimonial-long'
  | 'message-missing'
  | 'message-short'
  | 'message-long'
  | 'from-wrong'
const because = (error: MessageFault) => ({ error })

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const locale = z.enum(['fr', 'en']).catch('fr')

const textOf = (kind: 'testimonial' | 'message', shortest: number, longest: number) =>
  z
    .string(because(`${kind}-missing`))
    .transform(lines)
    .pipe(
      z
        .string()
        .min(1, { ...because(`${kind}-missing`), abort: true })
        .min(shortest, because(`${kind}-short`))
        .max(longest, because(`${kind}-long`)),
    )

/** What an organisation tells of its use. Issues carry a fault's key, not a sentence. */
export const testimonialInput = z.object({
  adoptionId: id,
  body: textOf('testimonial', SHORTEST_TESTIMONIAL, LONGEST_TESTIMONIAL),
  locale,
})

/** A message to a user organisation. Issues carry a fault's key, not a sentence. */
export const messageInput = z.object({
  adoptionId: id,
  /** The key of the organisation in whose name it is written: one of the sender's. */
  from: z.string(because('from-wrong')).regex(/^[\w-]{1,40}$/, because('from-wrong')),
  message: textOf('message', SHORTEST_MESSAGE, LONGEST_MESSAGE),
  /** The sender's name and address go with it only when they tick it. */
  withName: z.boolean().catch(false),
  withAddress: z.boolean().catch(false),
  /** The number that the form was given when it was drawn. */
  once: z.uuid().catch(''),
})

/** What the address of the form says: the adoption, and whether a message to it has just gone. */
export const messageAddress = z.object({
  utilisation: firstValue
    .pipe(z.string().regex(/^[1-9]\d{0,15}$/))
    .transform(Number)
    .optional()
    .catch(undefined),
  envoye: firstValue.pipe(z.literal('oui')).optional().catch(undefined),
})
