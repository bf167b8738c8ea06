import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { publisher, software } from './software.ts'

const ofUser = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })
const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })

/** A project on its way into the catalogue: read from its repository, completed by a person. */
export const listing = sqliteTable(
  'listing',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    userId: ofUser(),
    address: text().notNull(),
    addressKey: text().notNull(),
    /** A RepositoryReading of lib/forge/reading.ts; null once settled. */
    reading: text({ mode: 'json' }).$type<unknown>(),
    /** The fields of the form as typed, every one a text. */
    form: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** The publisher that it is listed for, where the catalogue knows it. */
    publisherId: integer().references(() => publisher.id),
    state: text({ enum: ['draft', 'submitted', 'published', 'refused', 'dropped'] })
      .notNull()
      .default('draft'),
    softwareId: integer().references(() => software.id),
    /** ISO 8601, UTC. */
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [
    index('listing_user').on(table.userId, table.state),
    index('listing_key').on(table.addressKey),
  ],
)

/** Somebody who says that they keep an entry, and how they prove it. */
export const claim = sqliteTable(
  'claim',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    userId: ofUser(),
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    /** To be found in the repository: no secret, since everyone reads it there. */
    token: text().notNull().unique(),
    message: text().notNull().default(''),
    state: text({ enum: ['open', 'with-moderators', 'proved', 'granted', 'refused', 'dropped'] })
      .notNull()
      .default('open'),
    /** Where the token was found. */
    path: text().notNull().default(''),
    commit: text().notNull().default(''),
    /** What the last look met, a fault or `token-missing`; empty for none. */
    fault: text().notNull().default(''),
    checkedAt: text().notNull().default(''),
    createdAt: text().notNull(),
    settledAt: text().notNull().default(''),
    settledBy: formerUser(),
  },
  (table) => [
    index('claim_software').on(table.softwareId, table.state),
    uniqueIndex('claim_one_each').on(table.userId, table.softwareId),
  ],
)
