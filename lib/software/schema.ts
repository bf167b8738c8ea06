import { z } from 'zod'

export const PLATFORMS = ['web', 'windows', 'mac', 'linux', 'android', 'ios'] as const

/** The facets of the list of software, named as in its address, in the order in which they are shown. */
export const FACETS = [
  'groupe',
  'pour',
  'utilisateurs',
  'taille',
  'region',
  'licence',
  'editeur',
  'plateforme',
] as const
export type Facet = (typeof FACETS)[number]

export const SORTS = ['pertinence', 'utilisateurs', 'nom', 'recent'] as const
export type Sort = (typeof SORTS)[number]

export const PAGE_SIZE = 20
/** How far one may page: beyond it, narrow the search. */
const MAX_PAGE = 500

const slugs = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().filter((item) => /^[\w-]{1,60}$/.test(item)))
  .catch([])

/** What the address of the list asks for. Anything malformed falls back to no filter, never to an error. */
export const softwareFilters = z.object({
  q: z
    .union([z.string(), z.array(z.string()).transform((list) => list[0] ?? '')])
    .transform((text) => text.trim().slice(0, 200))
    .catch(''),
  fonction: slugs,
  groupe: slugs,
  pour: slugs,
  utilisateurs: slugs,
  taille: slugs,
  region: slugs,
  licence: slugs,
  editeur: slugs,
  plateforme: slugs,
  tri: z.enum(SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
})
export type SoftwareFilters = z.infer<typeof softwareFilters>
