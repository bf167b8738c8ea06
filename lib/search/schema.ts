import { z } from 'zod'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import { FACET_VALUE, FACETS, type FacetCounts, MAX_QUERY, SORTS } from '#lib/software/schema.ts'

/** How deep one may page, in results: beyond it, narrow the search. */
const DEEPEST = 10_000

const facetValues = z
  .array(z.string().regex(FACET_VALUE, { error: 'facet-value' }))
  .max(50, { error: 'facet-many' })
  .default([])

const wholeNumber = (error: string, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, { error })
    .transform(Number)
    .pipe(z.number().min(1, { error }).max(max, { error }))

/**
 * What `GET /api/v1/search` is asked. Issues carry a key of `SEARCH_FAULTS`, not a sentence: the edge
 * words it in the reader's language.
 */
export const searchRequest = z
  .object({
    q: z.string().trim().max(MAX_QUERY, { error: 'query-long' }).default(''),
    limit: wholeNumber('limit', 50).default(8),
    page: wholeNumber('page', DEEPEST).default(1),
    tri: z.enum(SORTS, { error: 'sort' }).optional(),
    proche: z.string().trim().max(120, { error: 'near-long' }).default(''),
    lang: z.enum(['fr', 'en'], { error: 'lang' }).default('fr'),
    facettes: z.enum(['oui', 'non'], { error: 'facets' }).default('oui'),
    ...(Object.fromEntries(FACETS.map((facet) => [facet, facetValues])) as Record<
      (typeof FACETS)[number],
      typeof facetValues
    >),
  })
  .refine(({ page, limit }) => page * limit <= DEEPEST, { error: 'page', path: ['page'] })
export type SearchRequest = z.infer<typeof searchRequest>

/** What is wrong with a request and how to mend it, by issue. */
export const SEARCH_FAULTS: Record<string, { fr: string; en: string }> = {
  'query-long': {
    fr: `La recherche est trop longue : ${MAX_QUERY} caractères au plus.`,
    en: `The query is too long: at most ${MAX_QUERY} characters.`,
  },
  limit: {
    fr: 'limit attend un nombre de 1 à 50.',
    en: 'limit takes a number from 1 to 50.',
  },
  page: {
    fr: `page attend un nombre à partir de 1, et page × limit ne dépasse pas ${DEEPEST} : précisez la recherche plutôt que d’aller plus loin.`,
    en: `page takes a number from 1 up, and page × limit stays within ${DEEPEST}: narrow the search rather than go further.`,
  },
  sort: {
    fr: `tri attend l’un de : ${SORTS.join(', ')}.`,
    en: `tri takes one of: ${SORTS.join(', ')}.`,
  },
  lang: { fr: 'lang attend fr ou en.', en: 'lang takes fr or en.' },
  facets: { fr: 'facettes attend oui ou non.', en: 'facettes takes oui or non.' },
  'near-long': {
    fr: 'proche attend une collectivité : sa clé, son code ou son nom, en 120 caractères au plus.',
    en: 'proche takes an organisation: its key, its code or its name, in at most 120 characters.',
  },
  'facet-value': {
    fr: 'Une valeur de facette est faite de lettres, de chiffres, de points et de tirets.',
    en: 'A facet value is made of letters, digits, dots and hyphens.',
  },
  'facet-many': {
    fr: '50 valeurs au plus par facette.',
    en: 'At most 50 values a facet.',
  },
}

export interface SoftwareHit {
  slug: string
  name: string
  summary: string
  licence: string
  publisher: { slug: string; name: string }
  use: { confirmed: number; reported: number; toReconfirm: number; total: number }
  /** Only when "near" was asked for: how near its nearest use is. */
  near?: 'epci' | 'departement' | 'region'
  url: string
}

export interface OrganisationHit {
  /** Null for the overseas communes that have none. */
  siren: string | null
  key: string
  name: string
  kind: OrganisationKind
  departement: string
  /** Software that it uses now. */
  software: number
  url: string
}

export interface FunctionHit {
  slug: string
  name: string
  /** Software of the catalogue that covers it; 0 is a gap. */
  software: number
  adopters: number
  url: string
}

/** What `GET /api/v1/search` answers. Addresses are paths on this site, in the language asked for. */
export interface SearchAnswer {
  engine: 'meilisearch' | 'fts5' | 'catalogue'
  /** Milliseconds spent on the answer by the server. */
  took: number
  /** Software found; `software` holds one page of them. */
  total: number
  page: number
  pages: number
  software: SoftwareHit[]
  organisations: OrganisationHit[]
  functions: FunctionHit[]
  /** The group to show first: the one whose name is what was typed. */
  first: 'software' | 'organisations' | 'functions'
  facets: FacetCounts | null
  /** The proprietary product named in the query, the free software that does the same work, and why (in French). */
  alternativeTo: {
    name: string
    reason: string
    software: Array<{ slug: string; name: string; url: string }>
  } | null
  /** When no software is found: names that are spelt nearly so. */
  nearest: Array<{ slug: string; name: string; url: string }>
}
