import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { memoByVersion } from '#lib/memo.ts'

interface NamedFunction {
  id: number
  slug: string
  name: { fr: string; en: string }
}

/** The names of the functions, which every card needs: read once while the catalogue does not change. */
export function functionNames(db: Db): {
  byId: ReadonlyMap<number, NamedFunction>
  bySlug: ReadonlyMap<string, NamedFunction>
} {
  return memoByVersion(db, 'function-names', () => {
    const list = db
      .all<{ id: number; slug: string; fr: string; en: string }>(
        sql`SELECT id, slug, name_fr AS fr, name_en AS en FROM business_function`,
      )
      .map(({ id, slug, fr, en }) => ({ id, slug, name: { fr, en } }))
    return {
      byId: new Map(list.map((item) => [item.id, item])),
      bySlug: new Map(list.map((item) => [item.slug, item])),
    }
  })
}
