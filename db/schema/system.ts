import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One value a name: what was loaded (hash by data set), the catalogue's version, the kind of data. */
export const meta = sqliteTable('meta', {
  key: text().primaryKey(),
  value: text().notNull(),
})

/** Who did what to which row, written in the transaction of the change itself. Append-only. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** ISO 8601, UTC. */
    at: text().notNull(),
    actorKind: text({ enum: ['system', 'operator', 'user', 'visitor'] }).notNull(),
    /** Empty for a visitor, of whom nothing is known. */
    actor: text().notNull(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subject: text().notNull(),
    /** What changed, as JSON. */
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [index('audit_subject').on(table.subjectKind, table.subject, table.id)],
)

/** What the search engines have yet to read, in order; each engine keeps its own cursor. */
export const searchOutbox = sqliteTable('search_outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: ['software', 'organisation', 'function'] }).notNull(),
  subjectId: integer().notNull(),
})

/** A public document that facts of the reference data rest on. */
export const source = sqliteTable('source', {
  id: integer().primaryKey(),
  url: text().notNull(),
  title: text().notNull(),
  /** Date of the document as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
  date: text().notNull().default(''),
  /** url + title + date, so that one document is one row. */
  key: text().notNull().unique(),
})

/**
 * What people type for something the catalogue names otherwise: acronyms, both ways, and proprietary
 * names, which lead to the free software that does the same work.
 */
export const searchSynonym = sqliteTable('search_synonym', {
  id: integer().primaryKey(),
  kind: text({ enum: ['acronym', 'alternative'] }).notNull(),
  name: text().notNull(),
  /** What the acronym stands for, or other ways to type the name. */
  forms: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Slugs, best first; empty for an acronym. */
  software: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Why it is in the list, in French. */
  reason: text().notNull(),
})
