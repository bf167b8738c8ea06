import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import { RELATION_KINDS } from './schema.ts'

export const LONGEST_NOTE = 300

export type RelationFault =
  | 'other-missing'
  | 'other-unknown'
  | 'other-several'
  | 'kind'
  | 'note-long'

const fault = (key: RelationFault) => ({ error: key })
const note = z
  .string()
  .transform(lines)
  .pipe(z.string().max(LONGEST_NOTE, fault('note-long')))
  .default('')

/** What is typed of a relation. The messages are keys of the form's texts. */
export const relationInput = z.object({
  slug: z.string(),
  /** Name, other name or slug of the other software. */
  other: z
    .string()
    .transform((text) => oneLine(text).slice(0, 200))
    .pipe(z.string().min(1, fault('other-missing'))),
  kind: z.enum(RELATION_KINDS, fault('kind')),
  noteFr: note,
  noteEn: note,
})

export const relationKey = z.object({
  slug: z.string(),
  /** Slug of the other software. */
  other: z.string(),
  kind: z.enum(RELATION_KINDS),
})

/** What the page is told of what was just done. */
export const relationDone = z.object({
  /** Slug of the other software. */
  dit: firstValue.catch(''),
  retire: firstValue.pipe(z.literal('oui')).optional().catch(undefined),
})
