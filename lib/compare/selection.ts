import type { Context } from '#lib/context.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'

/** What the names of an address come to. */
export interface Selection {
  /** Of today, each once, in the order asked for. */
  items: Array<{ id: number; slug: string }>
  /** Names that the catalogue has never had. */
  unknown: string[]
  /** Whether a name has changed since: an entry that was merged into another. */
  moved: boolean
}

/** Finds the software that an address names, at their addresses of today. */
export function findSelection({ db }: Pick<Context, 'db'>, names: readonly string[]): Selection {
  const items = new Map<number, string>()
  const unknown: string[] = []
  let moved = false
  for (const name of names) {
    const found = resolveSoftwareSlug(db, name)
    if (!found) {
      unknown.push(name)
      continue
    }
    if (found.slug !== name) moved = true
    items.set(found.id, found.slug)
  }
  return { items: [...items].map(([id, slug]) => ({ id, slug })), unknown, moved }
}
