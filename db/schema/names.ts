import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { adoption } from './adoptions.ts'
import { organisation } from './organisations.ts'
import { software } from './software.ts'
import { source } from './system.ts'

const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })

/** A list of users that a publisher keeps, as bare names, with the document it stands in. */
export const nameList = sqliteTable(
  'name_list',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['used-by', 'page', 'spreadsheet'] }).notNull(),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    createdBy: formerUser(),
    /** ISO 8601, UTC. */
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [index('name_list_software').on(table.softwareId)],
)

export const listedName = sqliteTable(
  'listed_name',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    listId: integer()
      .notNull()
      .references(() => nameList.id, { onDelete: 'cascade' }),
    /** As written. */
    name: text().notNull(),
    /** Folded: what a decision is remembered under. */
    nameKey: text().notNull(),
    position: integer().notNull(),
    /**
     * `open` waits for a person; `kept` is an adoption, `not-an-organisation` and `left-out` are none;
     * `gone` is no longer in the list.
     */
    state: text({ enum: ['open', 'kept', 'not-an-organisation', 'left-out', 'gone'] })
      .notNull()
      .default('open'),
    organisationId: integer().references(() => organisation.id),
    /** `exact` is what the program found alone, and a person accepted as a whole. */
    how: text({ enum: ['', 'exact', 'remembered', 'person'] })
      .notNull()
      .default(''),
    adoptionId: integer().references(() => adoption.id, { onDelete: 'set null' }),
    decidedBy: formerUser(),
    decidedAt: text().notNull().default(''),
  },
  (table) => [
    index('listed_name_list').on(table.listId, table.position),
    index('listed_name_key').on(table.nameKey),
  ],
)

/** What a person decided that a name means: proposed wherever the same name comes again. */
export const nameDecision = sqliteTable('name_decision', {
  nameKey: text().primaryKey(),
  /** Null: it is no public body of the register. */
  organisationId: integer().references(() => organisation.id),
  decidedBy: formerUser(),
  decidedAt: text().notNull(),
})
