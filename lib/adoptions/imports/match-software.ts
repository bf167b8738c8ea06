import { sql } from 'drizzle-orm'
import { distance } from 'fastest-levenshtein'
import type { Db } from '#db/client.ts'
import { fold } from '#lib/text.ts'
import { nameKeyOf } from '../rules/package-name.ts'
import type { PackageNames } from './package-names.ts'

export type Certainty = 'exact' | 'alias' | 'package' | 'near'

export interface SoftwareMatch {
  /** Null: several, or none for sure. */
  softwareId: number | null
  certainty: Certainty | ''
  /** Others that it may mean, best first. */
  candidates: number[]
}

const NOTHING: SoftwareMatch = { softwareId: null, certainty: '', candidates: [] }
const MOST_CANDIDATES = 5
/** Letters that a name must have to be told from a mistyped one, and faults that are then forgiven. */
const SHORTEST = 5
const LONG = 8

/** What a person types is no package's name. */
const NO_PACKAGES: PackageNames = { exact: new Map(), beginnings: [] }

/**
 * Finds which software of the catalogue a name means. Made once a list: it reads all names.
 * @param packages what inventories call software; those of pages do without, which read no file of db/.
 */
export function softwareMatcher(
  db: Pick<Db, 'all'>,
  packages: PackageNames = NO_PACKAGES,
): (name: string) => SoftwareMatch {
  const rows = db.all<{ id: number; slug: string; name: string; aliases: string }>(
    sql`SELECT id, slug, name, aliases FROM software ORDER BY id`,
  )
  const names = new Map<string, number[]>()
  const aliases = new Map<string, number[]>()
  const slugs = new Map(rows.map((row) => [row.slug, row.id]))
  for (const { id, name, aliases: others } of rows) {
    add(names, fold(name), id)
    for (const alias of JSON.parse(others) as string[]) add(aliases, fold(alias), id)
  }
  const keys = keysOf(names, aliases)

  return (text) => {
    const [whole, bare] = [fold(text), nameKeyOf(text)]
    if (bare === '') return NOTHING
    // Reviewed by a person: it has the first word, where it says that a name means something else.
    const packaged = packageOf(packages, whole, bare)
    if (packaged === '') return NOTHING
    const exact = names.get(whole) ?? names.get(bare)
    if (exact) return found(exact, 'exact')
    const alias = aliases.get(whole) ?? aliases.get(bare)
    if (alias) return found(alias, 'alias')
    const known = packaged === undefined ? undefined : slugs.get(packaged)
    if (known !== undefined) return found([known], 'package')
    const near = nearest(keys, bare)
    return near.length === 0 ? NOTHING : { softwareId: null, certainty: 'near', candidates: near }
  }
}

function add(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key) ?? []
  if (!ids.includes(id)) ids.push(id)
  map.set(key, ids)
}

function found(ids: number[], certainty: Certainty): SoftwareMatch {
  return ids.length === 1
    ? { softwareId: ids[0] ?? null, certainty, candidates: ids }
    : { softwareId: null, certainty, candidates: ids.slice(0, MOST_CANDIDATES) }
}

function packageOf(packages: PackageNames, whole: string, bare: string): string | undefined {
  const exact = packages.exact.get(whole) ?? packages.exact.get(bare)
  if (exact !== undefined) return exact
  const begins = (key: string, start: string) => key === start || key.startsWith(`${start} `)
  return packages.beginnings.find((item) => begins(whole, item.begins) || begins(bare, item.begins))
    ?.slug
}

/** Names that a mistyped one may mean, and those that it begins with. */
function nearest(keys: Keys, key: string): number[] {
  const hits: Array<{ ids: number[]; gap: number }> = []
  const forgiven = key.length >= LONG ? 2 : 1
  for (let length = key.length - forgiven; length <= key.length + forgiven; length++) {
    if (key.length < SHORTEST) break
    for (const [other, ids] of keys.byLength.get(length) ?? []) {
      const gap = distance(key, other)
      if (gap <= forgiven) hits.push({ ids, gap })
    }
  }
  for (let end = key.lastIndexOf(' '); end >= SHORTEST; end = key.lastIndexOf(' ', end - 1)) {
    const ids = keys.all.get(key.slice(0, end))
    if (ids) hits.push({ ids, gap: 3 - end / 1_000 })
  }
  hits.sort((a, b) => a.gap - b.gap)
  return [...new Set(hits.flatMap((hit) => hit.ids))].slice(0, MOST_CANDIDATES)
}

interface Keys {
  all: ReadonlyMap<string, number[]>
  byLength: ReadonlyMap<number, Array<[string, number[]]>>
}

function keysOf(
  names: ReadonlyMap<string, number[]>,
  aliases: ReadonlyMap<string, number[]>,
): Keys {
  const all = new Map([...aliases, ...names])
  const byLength = new Map<number, Array<[string, number[]]>>()
  for (const entry of all) {
    const bucket = byLength.get(entry[0].length) ?? []
    bucket.push(entry)
    byLength.set(entry[0].length, bucket)
  }
  return { all, byLength }
}
