import { z } from 'zod'

const bilingual = z.strictObject({
  fr: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(120),
})
const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A scale of results, lowest level first. */
export const schemeInput = z.strictObject({
  slug,
  name: bilingual,
  levels: z
    .array(bilingual.extend({ value: slug }))
    .min(1, 'levels-none')
    .max(20, 'levels-many')
    .refine((levels) => new Set(levels.map(({ value }) => value)).size === levels.length, {
      message: 'levels-twice',
    }),
})
export type SchemeInput = z.infer<typeof schemeInput>

export const SCHEME_FIELDS = ['slug', 'nameFr', 'nameEn', 'levels'] as const
export type SchemeField = (typeof SCHEME_FIELDS)[number]
export const SCHEME_FAULTS = [
  'slug-wrong',
  'slug-taken',
  'nameFr-empty',
  'nameEn-empty',
  'levels-none',
  'levels-many',
  'levels-twice',
  'levels-line',
] as const
export type SchemeFault = (typeof SCHEME_FAULTS)[number]
