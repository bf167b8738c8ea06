import { inArray, sql } from 'drizzle-orm'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { nearestSoftware, searchSoftwareIds } from '#lib/search/queries.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { fold } from '#lib/text.ts'

/** A software that what was typed may mean. */
export interface MeantSoftware {
  slug: string
  name: string
  summary: { fr: string; en: string }
}

/** As many as a person reads through. */
const OFFERED = 8

/**
 * The software that someone means by what they typed: one when it is its name, another name of it or
 * its slug, and nothing else is called so; else those that it may mean, best first; none when nothing
 * comes near.
 */
export function softwareMeant(
  context: Pick<Context, 'db'>,
  typed: string,
): { one: MeantSoftware } | { several: MeantSoftware[] } {
  const wanted = fold(typed)
  if (wanted === '') return { several: [] }
  const exact = namedSo(context, typed, wanted)
  const [first] = exact
  if (first && exact.length === 1) return { one: first }
  if (exact.length > 1) return { several: exact.slice(0, OFFERED) }
  const found = bySearch(context, typed)
  const near = nearestSoftware(context, typed, OFFERED).map(({ slug }) => slug)
  const slugs = near.filter((slug) => !found.some((item) => item.slug === slug))
  return { several: [...found, ...bySlugs(context, slugs)].slice(0, OFFERED) }
}

function namedSo({ db }: Pick<Context, 'db'>, typed: string, wanted: string): MeantSoftware[] {
  const ids = db
    .all<{ id: number }>(
      sql`SELECT id FROM software WHERE name_key = ${wanted}
        UNION SELECT s.id FROM software s, json_each(s.aliases) a WHERE lower(a.value) = ${typed.trim().toLowerCase()}`,
    )
    .map((row) => row.id)
  if (ids.length > 0) return inOrder({ db }, ids)
  const slug = typed.trim().toLowerCase()
  const current = /^[\w-]+$/.test(slug) ? resolveSoftwareSlug(db, slug) : undefined
  return current === undefined ? [] : bySlugs({ db }, [current.slug])
}

function bySearch(context: Pick<Context, 'db'>, typed: string): MeantSoftware[] {
  return inOrder(context, searchSoftwareIds(context, typed).slice(0, OFFERED))
}

const columns = {
  id: software.id,
  slug: software.slug,
  name: software.name,
  fr: software.summaryFr,
  en: software.summaryEn,
}
type Row = { id: number; slug: string; name: string; fr: string; en: string }
const meant = ({ slug, name, fr, en }: Row): MeantSoftware => ({ slug, name, summary: { fr, en } })

function inOrder({ db }: Pick<Context, 'db'>, ids: readonly number[]): MeantSoftware[] {
  if (ids.length === 0) return []
  const rows = db
    .select(columns)
    .from(software)
    .where(inArray(software.id, [...ids]))
    .all()
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(meant))
}

function bySlugs({ db }: Pick<Context, 'db'>, slugs: readonly string[]): MeantSoftware[] {
  if (slugs.length === 0) return []
  const rows = db
    .select(columns)
    .from(software)
    .where(inArray(software.slug, [...slugs]))
    .all()
  return slugs.flatMap((slug) => rows.filter((row) => row.slug === slug).map(meant))
}
