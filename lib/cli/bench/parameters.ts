import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { seededRandom } from '#lib/importers/demonstration/random.ts'
import { FACETS, NO_FACET_WANTED } from '#lib/software/schema.ts'
import { selectSoftware } from '#lib/software/selection.ts'
import { words } from '#lib/text.ts'

/** The parameters of an address, as a visitor's browser sends them. */
export type Asked = Record<string, string>

export interface Target {
  id: number
  slug: string
}

/** What queries and pages are asked for: many different things of each sort, the same at every run. */
export interface Parameters {
  topSoftware: Target[]
  medianSoftware: Target[]
  randomSoftware: Target[]
  lists: Asked[]
  searches: Asked[]
  misspelt: Asked[]
  facets: Asked[]
  searchedFacets: Asked[]
  users: Asked[]
  filteredUsers: Asked[]
  deepUsers: Asked[]
  organisationLists: Asked[]
  names: Asked[]
  prefixes: Asked[]
  codes: Asked[]
  organisations: string[]
  largestOrganisations: string[]
  functions: Target[]
  publishers: Target[]
  /** Slugs of the criteria of the reference grid. */
  criteria: string[]
}

const SEED = 1791
const MANY = 240

export function parametersOf(db: Db): Parameters {
  const random = seededRandom(SEED)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const many = <T>(make: (index: number) => T): T[] =>
    Array.from({ length: MANY }, (_, i) => make(i))
  const page = (most: number) => String(1 + Math.floor(random() * most))
  const rows = <T>(query: SQL) => db.all<T>(query)

  const ranked = rows<Target & { name: string; total: number }>(sql`
    SELECT s.id, s.slug, s.name, f.total FROM software s
    JOIN software_figures f ON f.software_id = s.id ORDER BY f.total DESC, s.id`)
  const middle = Math.max(0, Math.floor(ranked.length / 2) - MANY / 2)
  const usersPages = Math.ceil((ranked[0]?.total ?? 0) / 50)
  const typed = (text: string) => {
    const long = words(text).filter((word) => word.length >= 4)
    return (long.length > 0 ? pick(long) : 'mairie').slice(0, 3 + Math.floor(random() * 4))
  }
  const trades = rows<{ text: string }>(
    sql`SELECT name_fr || ' ' || synonyms_fr AS text FROM business_function ORDER BY id`,
  )
  const searches = many((i) => ({ q: typed(i % 2 === 0 ? pick(ranked).name : pick(trades).text) }))

  const { counts } = selectSoftware(db, {
    found: null,
    wanted: NO_FACET_WANTED,
    near: null,
    sort: 'nom',
    facets: true,
  })
  const facets = many((i) => {
    const chosen = FACETS.filter((facet) => Object.keys(counts[facet]).length > 0)
      .sort(() => random() - 0.5)
      .slice(0, 1 + (i % 3))
    return Object.fromEntries(chosen.map((facet) => [facet, pick(Object.keys(counts[facet]))]))
  })

  const places = rows<{
    name: string
    insee: string
    siren: string
    postcode: string
    departement: string
  }>(sql`
    SELECT o.name, o.insee, o.siren, min(p.postcode) AS postcode, o.departement FROM organisation o
    JOIN organisation_postcode p ON p.organisation_id = o.id
    WHERE o.kind = 'commune' AND o.siren IS NOT NULL GROUP BY o.id ORDER BY o.id`)
  const keysOf = (kind: string) =>
    rows<{ key: string }>(sql`SELECT key FROM organisation WHERE kind = ${kind} ORDER BY id`)
  const kinds = ['commune', 'commune', 'commune', 'epci', 'departement', 'region'].map(keysOf)

  return {
    topSoftware: ranked.slice(0, 20),
    medianSoftware: ranked.slice(middle, middle + MANY),
    randomSoftware: many(() => pick(ranked)),
    lists: many(() => ({
      page: page(Math.ceil(ranked.length / 20)),
      tri: pick(['utilisateurs', 'nom', 'recent']),
    })),
    searches,
    misspelt: many(() => ({ q: misspell(pick(ranked).name, random) })),
    facets,
    searchedFacets: facets.map((asked, i) => ({ ...asked, ...searches[i] })),
    users: many((i) => ({ page: page(usersPages), tri: i % 2 === 0 ? 'population' : 'nom' })),
    filteredUsers: many((i) => filtersOfUsers(i, pick(places).departement, random)),
    deepUsers: many((i) => ({
      page: String(Math.max(1, usersPages - (i % 20))),
      tri: i % 2 === 0 ? 'population' : 'nom',
    })),
    organisationLists: many((i) => ({
      page: page(20),
      ...(i % 2 === 0 ? { departement: pick(places).departement } : {}),
      ...(i % 3 === 0 ? { type: pick(['commune', 'epci']) } : {}),
      ...(i % 4 < 2 ? { utilise: 'oui' } : {}),
    })),
    names: many(() => ({ q: pick(places).name })),
    prefixes: many(() => ({ q: pick(places).name.slice(0, 2 + Math.floor(random() * 4)) })),
    codes: many((i) => ({ q: pick(places)[turnOfCode(i)] })),
    organisations: many((i) => pick(kinds[i % kinds.length] ?? []).key),
    largestOrganisations: rows<{ key: string }>(sql`
      SELECT o.key FROM organisation_figures f JOIN organisation o ON o.id = f.organisation_id
      ORDER BY f.total DESC, o.id LIMIT 40`).map(({ key }) => key),
    functions: rows<Target>(sql`SELECT id, slug FROM business_function ORDER BY id`),
    publishers: rows<Target>(sql`SELECT id, slug FROM publisher ORDER BY id LIMIT 400`),
    criteria: rows<{ slug: string }>(sql`
      SELECT slug FROM criterion WHERE grid = 'reference' ORDER BY position`).map(
      ({ slug }) => slug,
    ),
  }
}

const turnOfCode = (index: number) =>
  (['postcode', 'insee', 'siren'] as const)[index % 3] ?? 'siren'

/** A name with two letters wrong in the middle: no entry holds it, some are near it. */
function misspell(name: string, random: () => number): string {
  const at = 2 + Math.floor(random() * Math.max(1, name.length - 5))
  return `${name.slice(0, at)}xq${name.slice(at + 2)}`.split(' ')[0] ?? name
}

function filtersOfUsers(index: number, departement: string, random: () => number): Asked {
  const of = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string
  const asked: Asked = { tri: of(['population', 'nom']) }
  if (index % 2 === 0) asked.departement = departement
  if (index % 3 === 0) asked.type = of(['commune', 'epci', 'departement'])
  if (index % 4 === 1) asked.taille = of(['lt-500', '500-2k', '3500-10k', 'gte-100k'])
  if (index % 5 === 1) asked.parole = of(['confirmed', 'reported', 'to-reconfirm'])
  if (index % 6 === 1) asked.etat = of(['pilot', 'evaluating', 'stopped'])
  if (index % 5 === 2) asked.annee = String(2008 + Math.floor(random() * 18))
  return asked
}
