import { sql } from 'drizzle-orm'
import type { StopReason } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { type AdoptionView, adoptionRows } from './internal/adoption-rows.ts'

/** How many of the latest stops are told on the page itself. */
const TOLD = 5

export interface Stops {
  total: number
  /** By reason, '' for those that gave none. */
  byReason: Array<{ reason: StopReason; n: number }>
  /** Those that say most recently when they stopped, then the others. */
  latest: AdoptionView[]
}

/** Who stopped using a software, and why. */
export function stopsOfSoftware(context: Pick<Context, 'db'>, softwareId: number): Stops {
  // One pass: on the most used software they are a thousand, each with a row of details to look up.
  const stopped = context.db.all<{ id: number; reason: StopReason; date: string }>(sql`
    SELECT a.id, coalesce(d.stop_reason, '') AS reason, coalesce(d.stopped_on, '') AS date
    FROM adoption a LEFT JOIN adoption_detail d ON d.adoption_id = a.id
    WHERE a.software_id = ${softwareId} AND a.state = 'stopped' AND a.trust <> 'contested'
    ORDER BY a.population DESC, a.organisation_id`)
  const counts = new Map<StopReason, number>()
  for (const { reason } of stopped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const byReason = [...counts]
    .map(([reason, n]) => ({ reason, n }))
    .sort((a, b) => Number(a.reason === '') - Number(b.reason === '') || b.n - a.n)
  const latest = stopped
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
    .slice(0, TOLD)
  const ids = JSON.stringify(latest.map(({ id }) => id))
  return {
    total: stopped.length,
    byReason,
    latest:
      latest.length === 0
        ? []
        : adoptionRows(
            context,
            sql`SELECT value AS id FROM json_each(${ids})`,
            sql`ORDER BY coalesce(t.stopped_on, '') DESC, a.population DESC, a.organisation_id`,
          ),
  }
}
