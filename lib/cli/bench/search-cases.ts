import type { Parameters } from './parameters.ts'

/** Ways to search, each with the queries that it is timed with. */
export interface SearchCase {
  name: string
  queries: string[]
}

const TYPED = ['gestion des', 'suivi du', 'logiciel pour', 'outil de']

export function searchCases(given: Parameters): SearchCase[] {
  const names = given.randomSoftware.map(({ slug }) => slug.replaceAll('-', ' '))
  const short = given.searches.map(({ q }) => q ?? '')
  return [
    { name: '3 à 6 lettres', queries: short },
    { name: 'un nom', queries: names },
    { name: 'une faute de frappe', queries: given.misspelt.map(({ q }) => q ?? '') },
    {
      name: 'un besoin',
      queries: short.map(
        (q, n) =>
          `${TYPED[n % TYPED.length]} ${q} ${short[(n * 7 + 3) % short.length]} ${names[n]}`,
      ),
    },
  ]
}
