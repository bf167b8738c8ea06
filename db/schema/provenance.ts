import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { software } from './software.ts'

const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })

const ORIGINS = ['publiccode', 'codemeta', 'git', 'forge', 'person', 'reference'] as const

/** Where the value that an entry shows for a field came from; none for what only the reference data says. */
export const fieldOrigin = sqliteTable(
  'field_origin',
  {
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    /** Name of lib/provenance/fields.ts. */
    field: text().notNull(),
    kind: text({ enum: ORIGINS }).notNull(),
    /** The file of the repository, where it is one. */
    path: text().notNull().default(''),
    commit: text().notNull().default(''),
    /** What the repository last said, with its origin (lib/provenance/internal/seen.ts). */
    seen: text({ mode: 'json' }).$type<unknown>(),
    /** ISO 8601, UTC. */
    at: text().notNull(),
    userId: formerUser(),
  },
  (table) => [primaryKey({ columns: [table.softwareId, table.field] })],
)

/**
 * What the repository, or the reference data, says otherwise than the entry does: shown to both, decided
 * by a person. One row a field for all that a repository says, one for the reference data. A row that was
 * declined remembers what: the same word is not brought up again.
 */
export const fieldDifference = sqliteTable(
  'field_difference',
  {
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    field: text().notNull(),
    /** Of the repository's file, or `reference`. */
    kind: text({ enum: ORIGINS }).notNull(),
    path: text().notNull().default(''),
    commit: text().notNull().default(''),
    value: text({ mode: 'json' }).$type<unknown>().notNull(),
    at: text().notNull(),
    state: text({ enum: ['open', 'taken', 'declined'] })
      .notNull()
      .default('open'),
    decidedBy: formerUser(),
    decidedAt: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.softwareId, table.field, table.kind] })],
)

/** What changed on an entry, as its history shows it. */
export const entryChange = sqliteTable(
  'entry_change',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    at: text().notNull(),
    /** Who, in a word that names nobody. */
    by: text({ enum: ['harvest', 'publisher', 'moderator', 'reference', 'server'] }).notNull(),
    /** Never shown in public. */
    userId: formerUser(),
    /** The run, where a harvest did it. */
    runId: integer(),
    commit: text().notNull().default(''),
    changes: text({ mode: 'json' })
      .$type<Array<{ field: string; from: unknown; to: unknown }>>()
      .notNull(),
    note: text().notNull().default(''),
  },
  (table) => [index('entry_change_software').on(table.softwareId, table.id)],
)

/** What two entries are to each other, as somebody said it. */
export const softwareRelation = sqliteTable(
  'software_relation',
  {
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    otherId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    /** Of the first to the other. An alternative goes both ways, and is written once. */
    kind: text({ enum: ['alternative', 'variant-of', 'works-with', 'replaces'] }).notNull(),
    noteFr: text().notNull().default(''),
    noteEn: text().notNull().default(''),
    by: text({ enum: ['publisher', 'moderator', 'publiccode', 'server'] }).notNull(),
    userId: formerUser(),
    at: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.softwareId, table.otherId, table.kind] }),
    index('software_relation_other').on(table.otherId),
  ],
)
