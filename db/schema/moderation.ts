import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { businessFunction, software } from './software.ts'

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

export const CASE_KINDS = [
  'software-proposal',
  'join-request',
  'contestation',
  'testimonial',
  'merge',
  'provider',
  'listing',
  'claim',
] as const

/** One queue: what waits for a moderator, whatever it is about, and how it was settled. */
export const moderationCase = sqliteTable(
  'moderation_case',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: CASE_KINDS }).notNull(),
    /** The id of the row that it is about, in the table of its kind. */
    subjectId: integer().notNull(),
    openedBy: text().references(() => user.id, { onDelete: 'set null' }),
    /** ISO 8601, UTC. */
    createdAt: text().notNull(),
    state: text({ enum: ['waiting', 'accepted', 'refused'] })
      .notNull()
      .default('waiting'),
    /** What the person is told. */
    reason: text().notNull().default(''),
    settledBy: text().references(() => user.id, { onDelete: 'set null' }),
    settledAt: text().notNull().default(''),
  },
  (table) => [index('moderation_case_state').on(table.state, table.id)],
)

/** Two entries that are one software. */
export const mergeProposal = sqliteTable('merge_proposal', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** The entry that goes: its address leads to the other from then on. */
  fromSlug: text().notNull(),
  intoId: integer()
    .notNull()
    .references(() => software.id),
  why: text().notNull(),
})
