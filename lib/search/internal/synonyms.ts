import type { Db } from '#db/client.ts'
import { searchSynonym } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'
import { memoByVersion } from '#lib/memo.ts'
import { words } from '#lib/text.ts'
import { searchText } from '../rules/terms.ts'

/** By software: the proprietary names that lead to it, every way to type them. */
export function proprietaryNames(db: Db | Tx): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { kind, name, forms, software } of db.select().from(searchSynonym).all()) {
    if (kind !== 'alternative') continue
    for (const slug of software) names.set(slug, [...(names.get(slug) ?? []), name, ...forms])
  }
  return names
}

/** Acronyms with what they stand for, as the engines compare them; each stands for all the others. */
export function acronymGroups(db: Db): string[][] {
  return memoByVersion(db, 'acronyms', () =>
    db
      .select()
      .from(searchSynonym)
      .all()
      .filter(({ kind }) => kind === 'acronym')
      .map(({ name, forms }) => [...new Set([name, ...forms].map((form) => searchText(form)))]),
  )
}

interface NamedProduct {
  name: string
  /** Slugs of the free software that does the same work, best first. */
  software: string[]
  /** In French. */
  reason: string
}

/** The proprietary product that a query names; the longest name, where it holds several. */
export function proprietaryName(db: Db, query: string): NamedProduct | undefined {
  const byForm = memoByVersion(db, 'proprietary-names', () => {
    const known = new Map<string, NamedProduct>()
    for (const { kind, name, forms, software, reason } of db.select().from(searchSynonym).all()) {
      if (kind !== 'alternative') continue
      for (const form of [name, ...forms]) {
        known.set(words(form).join(' '), { name, software, reason })
      }
    }
    return known
  })
  const asked = ` ${words(query).join(' ')} `
  return [...byForm]
    .filter(([form]) => asked.includes(` ${form} `))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1]
}
