import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { FACETS } from '#lib/software/schema.ts'

/** What the address of the list asks for, by the name of the field. */
export type Filters = Record<string, string | number | readonly string[] | undefined>

/** The chosen values of a facet, each once: the address is the visitor's. */
export const valuesOf = (value: Filters[string]): readonly string[] =>
  Array.isArray(value) ? [...new Set<string>(value)] : []

/** The address with one value more, or one less; back on the first page. */
export function toggled(locale: Locale, filters: Filters, facet: string, value: string): string {
  const chosen = valuesOf(filters[facet])
  const next = chosen.includes(value) ? chosen.filter((item) => item !== value) : [...chosen, value]
  return pathTo(locale, '/logiciels', { ...filters, [facet]: next, page: undefined })
}

export const anyFacet = (filters: Filters): boolean =>
  FACETS.some((facet) => valuesOf(filters[facet]).length > 0)

/** Everything but the place; the order by nearness goes with it. */
export function withoutPlace(filters: Filters): Filters {
  const { proche: _, tri, ...kept } = filters
  return tri === 'proximite' ? kept : { ...kept, tri }
}

/** Everything but the words; the order by relevance is that of any search, and need not be said. */
export function withoutWords(filters: Filters): Filters {
  const { q: _, tri, ...kept } = filters
  return tri === 'pertinence' ? kept : { ...kept, tri }
}

/** The same as the fields of a form, for those that a visitor does not fill in. A form asks for page 1. */
export function fieldsOf({ page: _, ...filters }: Filters): Array<[name: string, value: string]> {
  return Object.entries(filters).flatMap(([name, value]) =>
    (Array.isArray(value) ? valuesOf(value) : [String(value ?? '')])
      .filter((text) => text !== '')
      .map((text): [string, string] => [name, text]),
  )
}
