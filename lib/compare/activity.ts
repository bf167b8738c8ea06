import { sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'
import { monthsBefore } from '#lib/day.ts'
import { CARE_SIGNS, type CareSign } from './rules/care.ts'

export type RepositoryStanding = 'readable' | 'archived' | 'moved' | 'vanished' | 'unreachable'

/** What the repository of an entry says of its life, as facts; each may be unknown. */
export interface Activity {
  /** Undefined where it was never read, or may not be. */
  state: RepositoryStanding | undefined
  /** ISO 8601, UTC; empty when unknown. */
  lastCommit: string
  lastRelease: { version: string; date: string } | undefined
  /** Over the last twelve months; undefined where the repository was never read. */
  lastYear: { releases: number; commits: number; mostAuthors: number } | undefined
  /** Those that its tree has. */
  care: CareSign[] | undefined
}

interface Row {
  state: string
  readAt: string
  lastCommit: string
  signs: string
  version: string | null
  date: string | null
  releases: number
  commits: number
  mostAuthors: number
}

const STANDINGS: readonly string[] = ['readable', 'archived', 'moved', 'vanished', 'unreachable']

/** The life of an entry's repository, from what the last visits kept: a few rows by their keys. */
export function activityOf({ db, now }: Pick<Context, 'db' | 'now'>, softwareId: number): Activity {
  const since = monthsBefore(now, 12).toISOString()
  const row = db.get<Row | undefined>(sql`
    SELECT r.state, r.read_at AS readAt, r.last_commit_at AS lastCommit, r.signs,
      (SELECT l.version FROM software_release l WHERE l.software_id = r.software_id
        ORDER BY l.date DESC, l.tag DESC LIMIT 1) AS version,
      (SELECT max(l.date) FROM software_release l WHERE l.software_id = r.software_id) AS date,
      (SELECT count(*) FROM software_release l
        WHERE l.software_id = r.software_id AND l.date >= ${since}) AS releases,
      (SELECT coalesce(sum(m.commits), 0) FROM activity_month m
        WHERE m.software_id = r.software_id AND m.month > ${since.slice(0, 7)}) AS commits,
      (SELECT coalesce(max(m.authors), 0) FROM activity_month m
        WHERE m.software_id = r.software_id AND m.month > ${since.slice(0, 7)}) AS mostAuthors
    FROM repository r WHERE r.software_id = ${softwareId}`)
  if (!row) return NOTHING_KNOWN
  const state = STANDINGS.includes(row.state) ? (row.state as RepositoryStanding) : undefined
  if (row.readAt === '') return { ...NOTHING_KNOWN, state }
  const signs = JSON.parse(row.signs) as Record<string, string | null>
  return {
    state,
    lastCommit: row.lastCommit,
    lastRelease: row.version === null ? undefined : { version: row.version, date: row.date ?? '' },
    lastYear: { releases: row.releases, commits: row.commits, mostAuthors: row.mostAuthors },
    care: CARE_SIGNS.filter((sign) => Boolean(signs[sign])),
  }
}

const NOTHING_KNOWN: Activity = {
  state: undefined,
  lastCommit: '',
  lastRelease: undefined,
  lastYear: undefined,
  care: undefined,
}
