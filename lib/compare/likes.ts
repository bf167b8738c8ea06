import { sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'

/** How many are named of those that use it; the rest is a figure that leads to its rows. */
const NAMED = 3

/** By software: how many of some organisations use it, and who they are, the most alike first. */
export type Likes = ReadonlyMap<number, { n: number; names: Array<{ key: string; name: string }> }>

/** @param ids of the organisations that are like someone's, the most alike first. */
export function likesOf(
  { db }: Pick<Context, 'db'>,
  ids: readonly number[],
  softwareIds: readonly number[],
): Likes {
  const found = new Map<number, { n: number; names: Array<{ key: string; name: string }> }>()
  // CROSS JOIN: the few organisations first, each by the index of its own uses.
  const rows = db.all<{ softwareId: number; key: string; name: string }>(sql`
    SELECT a.software_id AS softwareId, o.key, o.name
    FROM json_each(${JSON.stringify(ids)}) j
    CROSS JOIN json_each(${JSON.stringify(softwareIds)}) s
    CROSS JOIN adoption a ON a.organisation_id = j.value AND a.software_id = s.value
    CROSS JOIN organisation o ON o.id = a.organisation_id
    WHERE a.state IN ('pilot', 'production') AND a.trust <> 'contested'
    ORDER BY j.key`)
  for (const { softwareId, ...organisation } of rows) {
    const known = found.get(softwareId) ?? { n: 0, names: [] }
    known.n++
    if (known.names.length < NAMED) known.names.push(organisation)
    found.set(softwareId, known)
  }
  return found
}
