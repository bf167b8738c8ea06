import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { businessFunction } from './software.ts'

/** What people look for and the catalogue lacks. Nothing says who asked; settling one empties its texts. */
export const softwareRequest = sqliteTable(
  'software_request',
  {
    /** The reference that whoever asks is given: never given twice. */
    id: integer().primaryKey({ autoIncrement: true }),
    asked: text().notNull(),
    need: text().notNull().default(''),
    functionId: integer().references(() => businessFunction.id, { onDelete: 'set null' }),
    /** Empty when not said. */
    organisationKind: text().notNull().default(''),
    locale: text({ enum: ['fr', 'en'] }).notNull(),
    /** ISO 8601, UTC. */
    createdAt: text().notNull(),
    state: text({ enum: ['new', 'settled'] })
      .notNull()
      .default('new'),
  },
  (table) => [index('software_request_created').on(table.createdAt)],
)
