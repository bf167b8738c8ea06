import { inArray, sql } from 'drizzle-orm'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { memoByVersion } from '#lib/memo.ts'
import { nearestSoftware, searchSoftwareIds } from '#lib/search/queries.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { fold } from '#lib/text.ts'

type Reading = Pick<Context, 'db'>

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
  context: Reading,
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

/** Those that are called so: by their name, else by their address, else by another name of theirs. */
function namedSo({ db }: Reading, typed: string, wanted: string): MeantSoftware[] {
  const named = db.all<{ id: number }>(sql`SELECT id FROM software WHERE name_key = ${wanted}`)
  if (named.length > 0) return inOrder({ db }, idsOf(named))
  const slug = typed.trim().toLowerCase()
  const current = /^[\w-]+$/.test(slug) ? resolveSoftwareSlug(db, slug) : undefined
  if (current) return inOrder({ db }, [current.id])
  return inOrder({ db }, otherNames({ db }).get(wanted) ?? [])
}

/** Ids of software by their other names, folded: read once while the catalogue does not change. */
function otherNames({ db }: Reading): Map<string, number[]> {
  return memoByVersion(db, 'software-other-names', () => {
    const rows = db
      .select({ id: software.id, aliases: software.aliases })
      .from(software)
      .where(sql`${software.aliases} <> '[]'`)
      .all()
    const names = new Map<string, number[]>()
    for (const { id, aliases } of rows) {
      for (const name of new Set(aliases.map(fold))) {
        names.set(name, [...(names.get(name) ?? []), id])
      }
    }
    return names
  })
}

const idsOf = (rows: ReadonlyArray<{ id: number }>) => rows.map(({ id }) => id)

function bySearch(context: Reading, typed: string): MeantSoftware[] {
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

function inOrder({ db }: Reading, ids: readonly number[]): MeantSoftware[] {
  if (ids.length === 0) return []
  const rows = db
    .select(columns)
    .from(software)
    .where(inArray(software.id, [...ids]))
    .all()
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(meant))
}

function bySlugs({ db }: Reading, slugs: readonly string[]): MeantSoftware[] {
  if (slugs.length === 0) return []
  const rows = db
    .select(columns)
    .from(software)
    .where(inArray(software.slug, [...slugs]))
    .all()
  return slugs.flatMap((slug) => rows.filter((row) => row.slug === slug).map(meant))
}
