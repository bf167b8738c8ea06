import { sql } from 'drizzle-orm'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { getSoftwareCard, type SoftwareCard } from '#lib/software/queries.ts'
import type { MergedEntry, MergePreview } from './rules/case-view.ts'

/**
 * What a merge would move; undefined when either address is of no entry of today, or both are of one.
 * @throws SignInNeeded, Forbidden
 */
export function previewMerge(
  context: Context,
  { fromSlug, intoSlug }: { fromSlug: string; intoSlug: string },
): MergePreview | undefined {
  assertMay(context.actor, 'software.merge')
  const from = getSoftwareCard(context, fromSlug)
  const into = getSoftwareCard(context, intoSlug)
  if (!from || !into || from.id === into.id) return undefined
  const { db } = context
  const adoptionsOf = (id: number) =>
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM adoption WHERE software_id = ${id}`).n
  const { n: common } = db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM adoption a
    JOIN adoption b ON b.organisation_id = a.organisation_id AND b.software_id = ${into.id}
    WHERE a.software_id = ${from.id}`)
  const entry = ({ id, slug, name, summary }: SoftwareCard): MergedEntry => ({
    slug,
    name,
    summary,
    adoptions: adoptionsOf(id),
  })
  return { from: entry(from), into: entry(into), common }
}
