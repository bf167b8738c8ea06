import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { memoByVersion } from '#lib/memo.ts'
import { fold } from '#lib/text.ts'
import { joinedName } from '../rules/terms.ts'

export interface SoftwareName {
  name: string
  slug: string
  /** Folded, in its words; folded, in one piece. */
  key: string
  joined: string
}

/** The names of all software by id: read once while the catalogue does not change. */
export function softwareNames(db: Db): Map<number, SoftwareName> {
  return memoByVersion(db, 'software-names', () => {
    const rows = db.all<{ id: number; name: string; slug: string; key: string }>(
      sql`SELECT id, name, slug, name_key AS key FROM software`,
    )
    return new Map(
      rows.map(({ id, name, slug, key }) => [
        id,
        { name, slug, key, joined: key.replaceAll(' ', '') },
      ]),
    )
  })
}

/** Letters from which a name's beginning outranks the rest: below, an acronym (SIG) would lose to it. */
const TELLING_BEGINNING = 4

/** How well a name answers what was typed: 0 it is the name, 1 the name begins with it, 2 neither. */
export type NamePlace = 0 | 1 | 2

/** Tells the place of each name for a query, typed in one word or in several. */
export function namePlaces(query: string): (name: SoftwareName | undefined) => NamePlace {
  const wanted = fold(query)
  const joined = joinedName(query)
  const first = `${wanted} `
  return (name) => {
    if (!name || wanted === '') return 2
    if (name.joined === joined) return 0
    if (name.key.startsWith(first)) return 1
    return joined.length >= TELLING_BEGINNING && name.joined.startsWith(joined) ? 1 : 2
  }
}
