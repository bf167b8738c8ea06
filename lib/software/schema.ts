import { z } from 'zod'

export const PLATFORMS = ['web', 'windows', 'mac', 'linux', 'android', 'ios'] as const

/** Who maintains a software. */
export const PUBLISHER_KINDS = [
  'public-body',
  'community',
  'association',
  'foundation',
  'company',
  'research',
  'individual-project',
] as const

/** What the sources of an entry say of the life of its project. */
export const ACTIVITIES = ['active', 'mature', 'unmaintained'] as const

/** Whether a published provider serves it: the one value says that it is so. */
export const SERVED = ['oui'] as const

/** The facets of the list of software, named as in its address, in the order in which they are shown. */
export const FACETS = [
  'groupe',
  'fonction',
  'critere',
  'pour',
  'utilisateurs',
  'taille',
  'region',
  'licence',
  'editeur',
  'plateforme',
  'langue',
  'activite',
  'prestataire',
] as const
export type Facet = (typeof FACETS)[number]

/** The values asked for, by facet: within one any of them, across facets all. */
export type WantedFacets = Record<Facet, readonly string[]>

/**
 * By facet and value: how many there would be with this value, the other facets kept as they are.
 * Values that nothing has are left out.
 */
export type FacetCounts = Record<Facet, Record<string, number>>

export const SORTS = ['pertinence', 'proximite', 'utilisateurs', 'nom', 'recent'] as const
export type Sort = (typeof SORTS)[number]

export const PAGE_SIZE = 20
/** How far one may page: beyond it, narrow the search. */
export const MAX_PAGE = 500
/** The longest query that is read, in characters. */
export const MAX_QUERY = 200

/** What a value of a facet is made of. */
export const FACET_VALUE = /^[\w.-]{1,60}$/

const slugs = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().filter((item) => FACET_VALUE.test(item)))
  .catch([])

const firstText = (max: number) =>
  z
    .union([z.string(), z.array(z.string()).transform((list) => list[0] ?? '')])
    .transform((text) => text.trim().slice(0, max))
    .catch('')

/** What the address of the list asks for. Anything malformed falls back to no filter, never to an error. */
export const softwareFilters = z.object({
  q: firstText(MAX_QUERY),
  groupe: slugs,
  fonction: slugs,
  critere: slugs,
  pour: slugs,
  utilisateurs: slugs,
  taille: slugs,
  region: slugs,
  licence: slugs,
  editeur: slugs,
  plateforme: slugs,
  langue: slugs,
  activite: slugs,
  prestataire: slugs,
  /** An organisation, by its key, a code or its name: only what is used near it. */
  proche: firstText(120),
  tri: z.enum(SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
})
export type SoftwareFilters = z.infer<typeof softwareFilters>

/** Only the facets of a set of filters. */
export function wantedFacets(filters: WantedFacets): WantedFacets {
  return Object.fromEntries(FACETS.map((facet) => [facet, filters[facet]])) as WantedFacets
}

export const NO_FACET_WANTED = Object.fromEntries(
  FACETS.map((facet) => [facet, []]),
) as unknown as WantedFacets
