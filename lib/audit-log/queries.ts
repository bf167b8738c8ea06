import { and, asc, desc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { auditEntry } from '#db/schema/system.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { AUDIT_PAGE_SIZE, type AuditFilters, type AuditRow } from './schema.ts'

export interface AuditPage {
  items: Array<AuditRow & { email: string | null }>
  /** What the next page is older than; undefined on the last one. */
  older: number | undefined
}

/**
 * A page of the log, latest first. It is paged by entry, not by number: what is written meanwhile moves
 * nothing, and the last page costs no more than the first.
 * @throws SignInNeeded, Forbidden
 */
export function searchAudit(context: Context, filters: AuditFilters): AuditPage {
  assertMay(context.actor, 'audit.read')
  const { db } = context
  const before = filters.avant === undefined ? undefined : lt(auditEntry.id, filters.avant)
  const rows = db
    .select({ entry: auditEntry, email: user.email })
    .from(auditEntry)
    .leftJoin(user, and(eq(user.id, auditEntry.actor), eq(auditEntry.actorKind, 'user')))
    .where(and(before, ...conditionsOf(context, filters)))
    .orderBy(desc(auditEntry.id))
    .limit(AUDIT_PAGE_SIZE + 1)
    .all()
  const items = rows.slice(0, AUDIT_PAGE_SIZE).map(({ entry, email }) => ({ ...entry, email }))
  return { items, older: rows.length > AUDIT_PAGE_SIZE ? items.at(-1)?.id : undefined }
}

/** Entries that an export reads at once: a log of any length takes no more memory. */
const BATCH = 1_000

/**
 * What a search of the log finds, oldest first, batch by batch, as it stands when each is read.
 * @throws SignInNeeded, Forbidden, before the first batch.
 */
export function readAudit(
  context: Context,
  filters: AuditFilters,
): Iterator<AuditRow[], undefined> {
  assertMay(context.actor, 'audit.read')
  const conditions = conditionsOf(context, filters)
  let last = 0
  return {
    next() {
      const rows = context.db
        .select()
        .from(auditEntry)
        .where(and(gt(auditEntry.id, last), ...conditions))
        .orderBy(asc(auditEntry.id))
        .limit(BATCH)
        .all()
      const end = rows.at(-1)
      if (!end) return { done: true, value: undefined }
      last = end.id
      return { done: false, value: rows }
    },
  }
}

function conditionsOf({ db }: Context, filters: AuditFilters): SQL[] {
  const { acteur, action, sujet, du, au } = filters
  const conditions: SQL[] = []
  if (acteur !== '') {
    const found = acteur.includes('@')
      ? db.select({ id: user.id }).from(user).where(eq(user.email, acteur.toLowerCase())).get()
      : undefined
    conditions.push(eq(auditEntry.actor, found?.id ?? acteur))
  }
  if (action !== '')
    conditions.push(sql`substr(${auditEntry.action}, 1, ${action.length}) = ${action}`)
  if (sujet !== '') conditions.push(eq(auditEntry.subject, sujet))
  if (du !== '') conditions.push(gte(auditEntry.at, du))
  // Whatever the hour: a time is longer than its day.
  if (au !== '') conditions.push(sql`substr(${auditEntry.at}, 1, 10) <= ${au}`)
  return conditions
}
