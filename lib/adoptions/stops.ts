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
  const stopped = sql`FROM adoption a LEFT JOIN adoption_detail d ON d.adoption_id = a.id
    WHERE a.software_id = ${softwareId} AND a.state = 'stopped' AND a.trust <> 'contested'`
  const byReason = context.db.all<{ reason: StopReason; n: number }>(sql`
    SELECT coalesce(d.stop_reason, '') AS reason, count(*) AS n ${stopped}
    GROUP BY 1 ORDER BY reason = '', n DESC, reason`)
  const total = byReason.reduce((sum, row) => sum + row.n, 0)
  const latest =
    total === 0
      ? []
      : adoptionRows(
          context,
          sql`SELECT a.id ${stopped}
            ORDER BY coalesce(d.stopped_on, '') DESC, a.population DESC, a.id LIMIT ${TOLD}`,
          sql`ORDER BY coalesce(t.stopped_on, '') DESC, a.population DESC, a.id`,
        )
  return { total, byReason, latest }
}
