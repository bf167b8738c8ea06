import { asc, eq } from 'drizzle-orm'
import { scheme } from '#db/schema/label.ts'
import type { Context } from '#lib/context.ts'

interface Bilingual {
  fr: string
  en: string
}

export interface SchemeView {
  slug: string
  name: Bilingual
  /** Lowest first. */
  levels: Array<{ value: string } & Bilingual>
  builtin: boolean
}

type Reading = Pick<Context, 'db'>

/** Every scale of results, those of the reference data first. */
export function listSchemes({ db }: Reading): SchemeView[] {
  return db
    .select()
    .from(scheme)
    .orderBy(asc(scheme.slug))
    .all()
    .map(viewOf)
    .sort((a, b) => Number(b.builtin) - Number(a.builtin))
}

export function getScheme({ db }: Reading, slug: string): SchemeView | undefined {
  const row = db.select().from(scheme).where(eq(scheme.slug, slug)).get()
  return row && viewOf(row)
}

function viewOf(row: typeof scheme.$inferSelect): SchemeView {
  const { slug, levels, builtin } = row
  return { slug, name: { fr: row.nameFr, en: row.nameEn }, levels, builtin }
}
