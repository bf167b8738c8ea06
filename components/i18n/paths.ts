import type { Locale } from './locale.ts'

type Query = Record<string, string | number | readonly string[] | undefined>

/** An address of the site in one language: French stands at the root, English under /en. */
export function pathTo(locale: Locale, path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item))
  }
  const prefixed = locale === 'fr' ? path : path === '/' ? '/en' : `/en${path}`
  const text = search.toString()
  return text === '' ? prefixed : `${prefixed}?${text}`
}

export const softwarePath = (locale: Locale, slug: string) => pathTo(locale, `/logiciels/${slug}`)
export const usersPath = (locale: Locale, slug: string, query: Query = {}) =>
  pathTo(locale, `/logiciels/${slug}/utilisateurs`, query)
export const organisationPath = (locale: Locale, key: string) =>
  pathTo(locale, `/collectivites/${key}`)
export const likePath = (locale: Locale, key: string) =>
  pathTo(locale, `/collectivites/${key}/semblables`)
export const functionPath = (locale: Locale, slug: string) => pathTo(locale, `/metiers/${slug}`)
export const publisherPath = (locale: Locale, slug: string) => pathTo(locale, `/editeurs/${slug}`)
export const providerPath = (locale: Locale, slug: string, query: Query = {}) =>
  pathTo(locale, `/prestataires/${slug}`, query)
export const providersPath = (locale: Locale, query: Query = {}) =>
  pathTo(locale, '/prestataires', query)
export const editionPath = (locale: Locale, year: number) => pathTo(locale, `/label/${year}`)
/** @param grid `reference`, or a year. */
export const criteriaPath = (locale: Locale, grid: string) =>
  pathTo(locale, `/label/${grid}/criteres`)
export const organiserPath = (locale: Locale, year?: number, query: Query = {}) =>
  pathTo(
    locale,
    year === undefined ? '/espace/label/millesimes' : `/espace/label/millesimes/${year}`,
    query,
  )
export const awardPath = (locale: Locale, year: number, key: string) =>
  pathTo(locale, `/label/${year}/laureats/${key}`)

export const needPath = (locale: Locale, id: number) => pathTo(locale, `/besoins/${id}`)
export const callPath = (locale: Locale, needId: number, id: number) =>
  pathTo(locale, `/besoins/${needId}/appels/${id}`)

/** @param grid the year of an edition, or `reference`. */
export const criterionPath = (locale: Locale, grid: string, slug: string, query: Query = {}) =>
  pathTo(locale, `/label/${grid}/criteres/${slug}`, query)

/** @param slugs in order: commas stay commas, so that the address can be read and typed. */
export function comparePath(locale: Locale, slugs: readonly string[], query: Query = {}): string {
  const rest = pathTo(locale, '/comparer', query)
  if (slugs.length === 0) return rest
  const [path = '', more] = rest.split('?')
  const chosen = `${path}?logiciels=${slugs.map(encodeURIComponent).join(',')}`
  return more ? `${chosen}&${more}` : chosen
}
export const badgesPath = (locale: Locale, slug: string) =>
  pathTo(locale, `/logiciels/${slug}/badges`)

/** The path of a page without its language, whatever form it comes in (a rewrite shows /fr). */
export function withoutLocale(path: string): string {
  const rest = path.replace(/^\/(fr|en)(?=\/|$)/, '')
  return rest === '' ? '/' : rest
}
