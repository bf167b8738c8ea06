import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'
import { LINE_STATUSES } from '#lib/importers/schema.ts'

const many = z.union([z.string().transform((text) => [text]), z.array(z.string())])

/** What the address of a list asks for; anything malformed falls back to its beginning. */
export const importAddress = z.object({
  statut: firstValue.pipe(z.enum(LINE_STATUSES)).or(z.literal('')).catch(''),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
  garde: firstValue.catch(''),
  inconnus: many
    .transform((names) => names.slice(0, 10).map((name) => name.slice(0, 200)))
    .catch([]),
})
