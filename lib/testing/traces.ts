import { asc, sql } from 'drizzle-orm'
import { auditEntry, searchOutbox } from '#db/schema/system.ts'
import type { Context } from '#lib/context.ts'

type Reading = Pick<Context, 'db'>

/** What the audit says was done, oldest first. */
export function auditOf({ db }: Reading) {
  return db
    .select({
      actor: auditEntry.actor,
      action: auditEntry.action,
      subject: auditEntry.subject,
      detail: auditEntry.detail,
    })
    .from(auditEntry)
    .orderBy(asc(auditEntry.id))
    .all()
}

/** The rows that the search index has yet to read, in order. */
export function outboxOf({ db }: Reading) {
  return db
    .select({ kind: searchOutbox.kind, subjectId: searchOutbox.subjectId })
    .from(searchOutbox)
    .orderBy(asc(searchOutbox.id))
    .all()
}

/** Forgets the outbox, so that a test sees only what its own command adds. */
export function emptyOutbox({ db }: Reading): void {
  db.delete(searchOutbox).run()
}

/** Every row of every table: two of them are equal when nothing was left behind. */
export function contentsOf({ db }: Reading): Record<string, unknown[]> {
  const tables = db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => [name, db.all(sql`SELECT * FROM ${sql.identifier(name)}`)]),
  )
}
