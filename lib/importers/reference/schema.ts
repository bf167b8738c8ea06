import { z } from 'zod'
import { schemeInput } from '#lib/label/scheme-schema.ts'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import { organisationKind } from '#lib/organisations/schema.ts'
import { partialDate, sourceInput, webAddress } from '#lib/sources.ts'

const siren = z.string().refine(isSiren, 'la clé de ce SIREN est fausse')
const bilingual = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const sources = z.array(sourceInput)

/** db/reference/functions.yml */
export const functionsFile = z.array(
  z.strictObject({
    slug,
    name: bilingual,
    business: z.boolean(),
    functions: z.array(
      z.strictObject({
        slug,
        name: bilingual,
        summary: bilingual,
        synonyms: z.strictObject({ fr: z.array(z.string()), en: z.array(z.string()) }),
      }),
    ),
  }),
)

/** db/reference/organisations.yml: what the package of territories does not give. */
export const organisationsFile = z.strictObject({
  territories: z.array(
    z.strictObject({
      kind: z.enum(['departement', 'region']),
      code: z.string(),
      siren: siren.optional(),
      name: z.string(),
      /** SIREN of the body that took the place of a département that is no body of its own any more. */
      merged_into: siren.optional(),
      /** SIREN of the organisation, listed elsewhere, that is this territory's body as well. */
      same_as: siren.optional(),
      /** Départements that one body governs together (Corse, Alsace); its own code when left out. */
      covers_departements: z.array(z.string()).optional(),
      /** The body is a région as well (Martinique, Guyane, Corse, Mayotte), of this code. */
      also: z.literal('region').optional(),
      region_code: z.string().optional(),
      source: z.string().optional(),
    }),
  ),
  bodies: z.array(
    z.strictObject({
      slug,
      siren: siren.optional(),
      kind: organisationKind,
      name: z.string(),
      departement: z.string().optional(),
      source: z.string().optional(),
    }),
  ),
  sources,
})
export type OrganisationsFile = z.infer<typeof organisationsFile>

const organisationRef = { siren: siren.optional(), body: slug.optional() }

/** db/reference/adoptions.yml */
export const adoptionsFile = z.strictObject({
  adoptions: z.array(
    z.strictObject({
      ...organisationRef,
      software: slug,
      state: z.enum(['evaluating', 'pilot', 'production', 'stopped']),
      since: partialDate.optional(),
      version: z.string().optional(),
      perimeter: z
        .strictObject({
          unit: z.enum(['workstations', 'users', 'servers', 'services', 'sites']),
          min: z.number().int().nonnegative().optional(),
          max: z.number().int().nonnegative().optional(),
          percent: z.number().min(0).max(100).optional(),
        })
        .optional(),
      operator: z.union([siren, slug]).optional(),
      note: bilingual.optional(),
      reported_on: partialDate.optional(),
      source: z.string(),
    }),
  ),
  facts: z.array(
    z.strictObject({
      ...organisationRef,
      fr: z.string(),
      en: z.string(),
      date: partialDate.optional(),
      source: z.string(),
    }),
  ),
  sources,
})
export type AdoptionsFile = z.infer<typeof adoptionsFile>

/** db/reference/editions.yml */
export const editionsFile = z.strictObject({
  editions: z.array(
    z.strictObject({
      year: z.number().int(),
      scheme: z.enum(['copyleft-5', 'badge-label-3']),
      opened: partialDate.optional(),
      closed: partialDate.optional(),
      announced: partialDate.optional(),
      ceremony: bilingual.optional(),
      candidates: z.number().int().optional(),
      axes: z.array(z.strictObject({ slug, fr: z.string(), en: z.string() })).default([]),
      note: bilingual.optional(),
      complete: z.literal(false),
      sources: z.array(z.string()),
    }),
  ),
  sources,
})
export type EditionsFile = z.infer<typeof editionsFile>

/** db/reference/schemes.yml */
export const schemesFile = z.strictObject({ schemes: z.array(schemeInput) })

/** db/reference/label-grid.yml: a grid whose criteria name their sources by the list at its end. */
export const labelGridFile = z.looseObject({
  axes: z.array(
    z.looseObject({
      criteria: z.array(z.looseObject({ sources: z.array(z.string()).default([]) })),
    }),
  ),
  sources,
})
export type LabelGridFile = z.infer<typeof labelGridFile>

/** db/reference/awards.yml */
export const awardsFile = z.strictObject({
  awards: z.array(
    z.strictObject({
      edition: z.number().int(),
      name: z.string(),
      ...organisationRef,
      level: z.number().int().min(1).max(5).optional(),
      distinction: z.enum(['badge', 'bronze', 'argent', 'or']).optional(),
      mentions: z.array(bilingual).default([]),
      /** Where the mentions are documented, when not in the award's own source. */
      mention_source: z.string().optional(),
      note: bilingual.optional(),
      source: z.string(),
    }),
  ),
  sources,
})
export type AwardsFile = z.infer<typeof awardsFile>

/** db/reference/publishers.yml */
export const publishersFile = z.array(
  z.strictObject({
    slug,
    name: z.string(),
    kind: z.enum([
      'company',
      'community',
      'association',
      'foundation',
      'public-body',
      'research',
      'individual-project',
    ]),
    website: webAddress.optional(),
    siren: siren.optional(),
    summary: bilingual,
    source: z.strictObject({ title: z.string(), url: webAddress }),
  }),
)

/** db/reference/synonyms.yml */
export const synonymsFile = z.strictObject({
  acronyms: z.array(
    z.strictObject({
      acronym: z.string().min(2),
      means: z.array(z.string().min(3)).min(1),
      reason: z.string().min(10),
    }),
  ),
  alternatives: z.array(
    z.strictObject({
      name: z.string().min(2),
      typed: z.array(z.string().min(2)),
      instead: z.array(slug).min(1).max(6),
      reason: z.string().min(10),
    }),
  ),
})
