import { sql } from 'drizzle-orm'
import { distance } from 'fastest-levenshtein'
import type { Context } from '#lib/context.ts'
import { memoByVersion } from '#lib/memo.ts'
import { fold, stem, words } from '#lib/text.ts'
import { searchFts } from './internal/fts5.ts'

/** More than a person types; the rest of an overlong query is not read. */
const MAX_WORDS = 12

/** Words that say nothing of what is looked for. */
const STOP_WORDS = new Set(
  'au aux avec ce ces dans de des du en est et la le les leur mes mon nos notre on ou par pas pour que qui sa se ses son sur un une vos votre logiciel logiciels libre libres gerer the of and for to in a an software'.split(
    ' ',
  ),
)

/** The words of a query worth looking for; all of them when nothing else is left. */
export function queryTerms(query: string): string[] {
  const all = words(query).slice(0, MAX_WORDS)
  const telling = all.filter((word) => !STOP_WORDS.has(word))
  return telling.length > 0 ? telling : all
}

/**
 * Ids of the software that a query finds, best first: the exact name, then names that begin with it,
 * then by the weight of the fields. When no entry holds every word, those that hold some.
 */
export function searchSoftwareIds({ db }: Pick<Context, 'db'>, query: string): number[] {
  const stems = queryTerms(query).map(stem)
  let found = searchFts(db, 'software', stems, 10_000)
  if (found.length === 0 && stems.length > 1) {
    const scores = new Map<number, number>()
    for (const term of stems) {
      searchFts(db, 'software', [term], 200).forEach((id, rank) => {
        scores.set(id, (scores.get(id) ?? 0) + 1 + 1 / (rank + 2))
      })
    }
    found = [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  }
  return namesFirst(db, found, query)
}

/** Letters from which a name's beginning outranks the rest: below, an acronym (SIG) would lose to it. */
const TELLING_BEGINNING = 4

/** Adds the names that the index misses: typed in several words instead of one, or of a single letter. */
function namesFirst(db: Context['db'], found: number[], query: string): number[] {
  const wanted = fold(query)
  if (wanted === '') return found
  const joined = wanted.replaceAll(' ', '')
  const first = `${wanted} `
  const names = softwareNames(db)
  const place = (id: number) => {
    const name = names.get(id)
    if (!name) return 2
    if (name.joined === joined) return 0
    if (name.key.startsWith(first)) return 1
    return joined.length >= TELLING_BEGINNING && name.joined.startsWith(joined) ? 1 : 2
  }
  const placed: [exact: number[], begins: number[], rest: number[]] = [[], [], []]
  const known = new Set(found)
  for (const id of found) placed[place(id)].push(id)
  for (const id of names.keys()) {
    if (known.has(id)) continue
    const at = place(id)
    if (at < 2) placed[at].push(id)
  }
  return placed.flat()
}

function softwareNames(
  db: Context['db'],
): Map<number, { name: string; slug: string; key: string; joined: string }> {
  return memoByVersion(
    db,
    'software-names',
    () =>
      new Map(
        db
          .all<{ id: number; name: string; slug: string; key: string }>(
            sql`SELECT id, name, slug, name_key AS key FROM software`,
          )
          .map(({ id, name, slug, key }) => [
            id,
            { name, slug, key, joined: key.replaceAll(' ', '') },
          ]),
      ),
  )
}

/**
 * The entries whose names are nearest to what was typed, for a page that does not exist or a search that
 * finds nothing: at most one error in three letters.
 */
export function nearestSoftware(
  { db }: Pick<Context, 'db'>,
  text: string,
  limit = 5,
): Array<{ slug: string; name: string }> {
  const wanted = fold(text.slice(0, 60)).replaceAll(' ', '')
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

/** Ids of the functions that a query finds, best first. */
export function searchFunctionIds(
  { db }: Pick<Context, 'db'>,
  query: string,
  limit: number,
): number[] {
  return searchFts(db, 'function', queryTerms(query).map(stem), limit)
}

/** Ids of the organisations whose names hold every word of a query; the last one may be a beginning. */
export function searchOrganisationIds(
  { db }: Pick<Context, 'db'>,
  query: string,
  limit: number,
): number[] {
  return searchFts(db, 'organisation', words(query).slice(0, MAX_WORDS), limit)
}
