import { sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'
import { reportsAs } from './rules/may-report.ts'

/** Of which software an organisation may say that others use it: of any, or of those that it publishes. */
export function reportsOf(
  { db }: Pick<Context, 'db'>,
  organisation: { id: number; kind: string },
): 'any' | 'published' | null {
  if (reportsAs(organisation.kind, false) !== null) return 'any'
  const { n } = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM publisher WHERE organisation_id = ${organisation.id}`,
  )
  return n > 0 ? 'published' : null
}
