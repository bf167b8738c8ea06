import { type SQL, sql } from 'drizzle-orm'
import { CASE_KINDS } from '#db/schema/moderation.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { aboutCase } from './internal/about.ts'
import type { CaseKind } from './open-case.ts'
import { QUEUE_PAGE_SIZE, type QueueFilters, type QueueKind } from './schema.ts'

export interface QueueItem {
  kind: QueueKind
  /** Of the case, or the reference of a request for software. */
  id: number
  /** By name; empty when nothing is left of what it was about. */
  about: string
  /** More of it, for a request for software, which has no page of its own. */
  need: string
  /** ISO 8601, UTC; so is the other. */
  createdAt: string
  state: 'waiting' | 'accepted' | 'refused'
  settledAt: string
}

export interface Queue {
  items: QueueItem[]
  page: number
  pages: number
  total: number
  /** What waits, by kind. */
  waiting: Record<QueueKind, number>
}

/** Cases and requests for software, which are older, as one list. */
const ALL = sql`
  SELECT kind, id, subject_id AS subject, created_at AS created, state, settled_at AS settled
  FROM moderation_case
  UNION ALL
  SELECT 'software-request', id, id, created_at, CASE state WHEN 'new' THEN 'waiting' ELSE 'accepted' END, ''
  FROM software_request`

/**
 * One page of what waits for a moderator, longest first, and below it of what was settled, latest first.
 * @throws SignInNeeded, Forbidden
 */
export function listQueue(context: Context, filters: QueueFilters): Queue {
  assertMay(context.actor, 'moderation.read')
  const { db } = context
  const conditions: SQL[] = []
  if (filters.type) conditions.push(sql`kind = ${filters.type}`)
  if (filters.etat === 'attente') conditions.push(sql`state = 'waiting'`)
  if (filters.etat === 'traite') conditions.push(sql`state <> 'waiting'`)
  const where = conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` AND `)
  const { total } = db.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM (${ALL}) WHERE ${where}`,
  )
  const pages = Math.max(1, Math.ceil(total / QUEUE_PAGE_SIZE))
  const page = Math.min(filters.page, pages)
  const rows = db.all<{
    kind: QueueKind
    id: number
    subject: number
    created: string
    state: QueueItem['state']
    settled: string
  }>(sql`
    SELECT * FROM (${ALL}) WHERE ${where}
    ORDER BY state <> 'waiting', CASE WHEN state = 'waiting' THEN created END, settled DESC, created DESC, id
    LIMIT ${QUEUE_PAGE_SIZE} OFFSET ${(page - 1) * QUEUE_PAGE_SIZE}`)
  const items = rows.map(({ kind, id, subject, created, state, settled }) => ({
    kind,
    id,
    createdAt: created,
    state,
    settledAt: settled,
    ...wordsOf(context, kind, subject),
  }))
  return { items, page, pages, total, waiting: countWaiting(context) }
}

function wordsOf({ db }: Context, kind: QueueKind, subject: number) {
  if (kind !== 'software-request') return { about: aboutCase(db, kind, subject) ?? '', need: '' }
  return (
    db.get<{ about: string; need: string } | undefined>(
      sql`SELECT asked AS about, need FROM software_request WHERE id = ${subject}`,
    ) ?? { about: '', need: '' }
  )
}

/** How much waits, by kind. @throws SignInNeeded, Forbidden */
export function countWaiting(context: Context): Record<QueueKind, number> {
  assertMay(context.actor, 'moderation.read')
  const counts = Object.fromEntries(
    [...CASE_KINDS, 'software-request'].map((kind) => [kind, 0]),
  ) as Record<CaseKind | 'software-request', number>
  const rows = context.db.all<{ kind: QueueKind; n: number }>(
    sql`SELECT kind, count(*) AS n FROM (${ALL}) WHERE state = 'waiting' GROUP BY 1`,
  )
  for (const { kind, n } of rows) counts[kind] = n
  return counts
}
