import { eq } from 'drizzle-orm'
import { scheme } from '#db/schema/label.ts'
import type { Context } from '#lib/context.ts'

export interface SchemeLevel {
  value: string
  fr: string
  en: string
}

/** The levels of a scheme, lowest first. */
export const levelsOf = ({ db }: Pick<Context, 'db'>, slug: string): SchemeLevel[] =>
  db.select({ levels: scheme.levels }).from(scheme).where(eq(scheme.slug, slug)).get()?.levels ?? []
