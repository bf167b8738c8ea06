import { FACETS, type Facet, type WantedFacets } from '#lib/software/schema.ts'
import type { Place } from '../engine.ts'

/**
 * A value as Meilisearch's filters read it: in double quotes, with its quotes and backslashes escaped,
 * so that nothing in it is ever read as an operator. (A value that holds a backslash then equals no
 * stored one: the server undoes the escape of a quote, not that of a backslash. None of ours has any.)
 */
export function quoteValue(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const oneOf = (attribute: string, values: readonly string[]) =>
  `${attribute} IN [${values.map(quoteValue).join(', ')}]`

/** The filters of the facets asked for, all of which must hold; `except` leaves one facet out. */
export function facetFilters(wanted: WantedFacets, except?: Facet): string[] {
  return FACETS.filter((facet) => facet !== except && wanted[facet].length > 0).map((facet) =>
    oneOf(facet, wanted[facet]),
  )
}

/** One filter for each circle around a place, nearest first; none holds what a nearer one holds. */
export function nearFilters({ epciId, departement, region }: Place): string[] {
  const circles = [
    ...(epciId === null ? [] : [`epcis = ${Number(epciId)}`]),
    ...(departement === '' ? [] : [`departements = ${quoteValue(departement)}`]),
    ...(region === '' ? [] : [`region = ${quoteValue(region)}`]),
  ]
  return circles.map((circle, at) =>
    [circle, ...circles.slice(0, at).map((nearer) => `NOT (${nearer})`)].join(' AND '),
  )
}
