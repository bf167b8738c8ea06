import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'

/** The kinds of organisation, in the order in which lists show them. */
export const ORGANISATION_KINDS = [
  'commune',
  'epci',
  'departement',
  'region',
  'syndicat',
  'operateur',
  'centre-de-gestion',
  'sdis',
  'ccas',
  'etablissement-public',
  'etat',
  'association',
  'autre',
] as const
export const organisationKind = z.enum(ORGANISATION_KINDS)
export type OrganisationKind = z.infer<typeof organisationKind>

/** The size classes by population, smallest first; `unknown` where the population means nothing. */
export const SIZE_CLASSES = [
  'lt-500',
  '500-2k',
  '2k-3500',
  '3500-10k',
  '10k-20k',
  '20k-50k',
  '50k-100k',
  'gte-100k',
  'unknown',
] as const
export const sizeClass = z.enum(SIZE_CLASSES)
export type SizeClass = z.infer<typeof sizeClass>

/** What lists and links need to know of an organisation. */
export interface OrganisationSummary {
  id: number
  key: string
  name: string
  kind: OrganisationKind
  form: string
  departement: string
  region: string
  population: number | null
}

export interface Territory {
  code: string
  name: string
}

export const ORGANISATIONS_PAGE_SIZE = 30

/** What the address of the list of organisations asks for; anything malformed falls back to no filter. */
export const organisationFilters = z.object({
  q: firstValue.transform((text) => text.trim().slice(0, 120)).catch(''),
  type: firstValue.pipe(organisationKind).optional().catch(undefined),
  departement: firstValue
    .pipe(z.string().regex(/^[0-9][0-9AB][0-9]?$/))
    .optional()
    .catch(undefined),
  fonction: firstValue
    .pipe(z.string().regex(/^[a-z0-9-]{1,60}$/))
    .optional()
    .catch(undefined),
  utilise: firstValue.pipe(z.literal('oui')).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
})
export type OrganisationFilters = z.infer<typeof organisationFilters>
