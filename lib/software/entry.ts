import { z } from 'zod'
import { organisationKind } from '#lib/organisations/schema.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { PLATFORMS } from '#lib/software/schema.ts'
import { sourceInput, webAddress } from '#lib/sources.ts'

/** The fields of an entry that must name the source they rest on. */
export const SOURCED_FIELDS = [
  'name',
  'publisher',
  'licence',
  'repository',
  'website',
  'functions',
  'languages',
  'first_release',
  'status',
  'identifiers',
] as const

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'identifiant attendu : minuscules sans accent, chiffres et traits d’union',
})
const bilingual = (min: number, max: number) =>
  z.strictObject({ fr: z.string().min(min).max(max), en: z.string().min(min).max(max) })
const statement = { fr: z.string().min(10), en: z.string().min(10), source: z.string() }

/**
 * Slugs whose address is already that of a page: `/logiciels/demander` asks for a software,
 * `/espace/logiciels/ajouter` adds one.
 */
const TAKEN_BY_PAGES = ['demander', 'ajouter']

/** One entry of the catalogue as a person types it: a YAML file of db/reference/software. */
export const softwareInput = z
  .strictObject({
    slug: slug.refine((text) => !TAKEN_BY_PAGES.includes(text), {
      error: 'cette adresse est celle d’une page du site : choisir un autre identifiant',
    }),
    name: z.string().min(1).max(80),
    publisher: slug,
    licence: z.string(),
    licence_note: bilingual(5, 400).optional(),
    repository: webAddress.optional(),
    website: webAddress.optional(),
    functions: z.array(slug).min(1).max(5),
    audience: z.array(organisationKind).default([]),
    platforms: z.array(z.enum(PLATFORMS)).min(1),
    languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)).default([]),
    first_release: z.number().int().min(1970).max(2100).optional(),
    status: z.enum(['active', 'mature', 'unmaintained']).optional(),
    aliases: z.array(z.coerce.string().min(2)).default([]),
    identifiers: z
      .strictObject({
        wikidata: z
          .string()
          .regex(/^Q\d+$/)
          .optional(),
        sill: z.number().int().optional(),
        comptoir: z.number().int().optional(),
      })
      .default({}),
    summary: bilingual(10, 120),
    description: bilingual(100, 2_000),
    estimates: z
      .array(z.strictObject({ ...statement, value: z.number().int().optional() }))
      .default([]),
    facts: z.array(z.strictObject(statement)).default([]),
    sources: z
      .array(sourceInput.extend({ covers: z.array(z.enum(SOURCED_FIELDS)).default([]) }))
      .min(1),
  })
  .superRefine((entry, context) => {
    const verdict = judgeLicence(entry.licence)
    if (!verdict.free) {
      const why = {
        'not-spdx': 'n’est pas un identifiant SPDX (https://spdx.org/licenses/)',
        deprecated: 'ne dit pas « -only » ou « -or-later »',
        'not-free':
          'n’est approuvée ni par la FSF ni par l’OSI : l’entrée n’est pas un logiciel libre',
      }[verdict.reason]
      context.addIssue({ code: 'custom', path: ['licence'], message: `${verdict.licence} ${why}` })
    }
    const covered = new Set(entry.sources.flatMap((source) => source.covers))
    for (const field of SOURCED_FIELDS) {
      const value = entry[field]
      const present = Array.isArray(value)
        ? value.length > 0
        : typeof value === 'object'
          ? Object.keys(value).length > 0
          : value !== undefined
      if (present && !covered.has(field)) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `aucune source ne le couvre : ajouter « ${field} » au « covers » de l’une d’elles`,
        })
      }
    }
    const known = new Set(entry.sources.map((source) => source.id))
    for (const [field, names] of [
      ['functions', entry.functions],
      ['sources', entry.sources.map((source) => source.id)],
    ] as const) {
      for (const name of repeated(names)) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `« ${name} » est nommé deux fois`,
        })
      }
    }
    for (const list of ['facts', 'estimates'] as const) {
      entry[list].forEach((item, index) => {
        if (known.has(item.source)) return
        context.addIssue({
          code: 'custom',
          path: [list, index, 'source'],
          message: `« ${item.source} » n’est pas l’une des sources de l’entrée`,
        })
      })
    }
  })
const repeated = (names: readonly string[]) =>
  new Set(names.filter((name, index) => names.indexOf(name) !== index))

export type SoftwareInput = z.infer<typeof softwareInput>
