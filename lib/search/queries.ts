import { distance } from 'fastest-levenshtein'
import type { Context } from '#lib/context.ts'
import type { SearchEngine } from './engine.ts'
import { fts5Engine, functionIds, organisationIds, softwareIds } from './internal/fts5-engine.ts'
import { softwareNames } from './internal/names.ts'
import { proprietaryName } from './internal/synonyms.ts'
import { joinedName } from './rules/terms.ts'

type Reading = Pick<Context, 'db'>

/** The engine of a context: the one it was given, else the embedded one. */
export function searchEngine(context: Pick<Context, 'db' | 'search'>): SearchEngine {
  return context.search ?? fts5Engine(context.db)
}

/** Ids of the software that the embedded index finds, best first, whatever the engine in use. */
export function searchSoftwareIds({ db }: Reading, query: string): number[] {
  return softwareIds(db, query)
}

/** Ids of the functions that the embedded index finds, best first. */
export function searchFunctionIds({ db }: Reading, query: string, limit: number): number[] {
  return functionIds(db, query, limit)
}

/** Ids of the organisations whose names hold every word of a query; the last one may be a beginning. */
export function searchOrganisationIds({ db }: Reading, query: string, limit: number): number[] {
  return organisationIds(db, query, limit)
}

/** The proprietary product that a query names, alone or among other words; undefined when none. */
export function proprietaryNameIn({ db }: Reading, query: string): ProprietaryName | undefined {
  const product = query === '' ? undefined : proprietaryName(db, query)
  if (!product) return undefined
  const names = new Map([...softwareNames(db).values()].map(({ slug, name }) => [slug, name]))
  return {
    name: product.name,
    reason: product.reason,
    software: product.software.flatMap((slug) => {
      const name = names.get(slug)
      return name === undefined ? [] : [{ slug, name }]
    }),
  }
}

interface ProprietaryName {
  name: string
  /** Why, in French. */
  reason: string
  /** The free software that does the same work, best first. */
  software: Array<{ slug: string; name: string }>
}

/**
 * The entries whose names are nearest to what was typed, for a page that does not exist or a search that
 * finds nothing: at most one error in three letters.
 */
export function nearestSoftware(
  { db }: Reading,
  text: string,
  limit = 5,
): Array<{ slug: string; name: string }> {
  const wanted = joinedName(text.slice(0, 60))
  if (wanted.length < 3) return []
  return [...softwareNames(db).values()]
    .map((item) => ({ ...item, far: distance(wanted, item.joined) }))
    .filter(
      ({ far, joined }) =>
        far <= Math.ceil(Math.max(wanted.length, joined.length) / 3) || joined.includes(wanted),
    )
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ slug, name }) => ({ slug, name }))
}
