import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { organisation } from './organisations.ts'
import { businessFunction, software } from './software.ts'

const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })

/** What no free software does yet: of a function, or a wish on a software that exists. */
export const need = sqliteTable(
  'need',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: ['gap', 'wish'] }).notNull(),
    functionId: integer().references(() => businessFunction.id),
    softwareId: integer().references(() => software.id, { onDelete: 'set null' }),
    title: text().notNull(),
    body: text().notNull(),
    /** The language that it is written in. */
    locale: text({ enum: ['fr', 'en'] }).notNull(),
    /** Who asked first. */
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    userId: formerUser(),
    state: text({ enum: ['open', 'met', 'closed'] })
      .notNull()
      .default('open'),
    /** Why it was closed, or what met it. */
    outcome: text().notNull().default(''),
    metBySoftwareId: integer().references(() => software.id, { onDelete: 'set null' }),
    /** ISO 8601, UTC; so are all the dates below unless said. */
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [
    index('need_function').on(table.functionId, table.state),
    index('need_software').on(table.softwareId, table.state),
  ],
)

/** "We need it too": one row an organisation. */
export const needSupporter = sqliteTable(
  'need_supporter',
  {
    needId: integer()
      .notNull()
      .references(() => need.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    /** What it could put in, in whole euros; null when not said. */
    amount: integer(),
    note: text().notNull().default(''),
    userId: formerUser(),
    createdAt: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.needId, table.organisationId] }),
    index('need_supporter_organisation').on(table.organisationId),
  ],
)

/** A call for pooling: one organisation leads, others pay their part. */
export const poolingCall = sqliteTable(
  'pooling_call',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    needId: integer()
      .notNull()
      .references(() => need.id, { onDelete: 'cascade' }),
    leadId: integer()
      .notNull()
      .references(() => organisation.id),
    title: text().notNull(),
    body: text().notNull(),
    /** In whole euros; null when not known yet. */
    target: integer(),
    /** YYYY-MM-DD, in Paris: the last day on which one may join. */
    deadline: text().notNull().default(''),
    /** Address of the specification, where it is kept elsewhere. */
    specificationUrl: text().notNull().default(''),
    /** Name of the specification's file in the folder of documents, empty when there is none. */
    specificationFile: text().notNull().default(''),
    specificationName: text().notNull().default(''),
    state: text({ enum: ['open', 'funded', 'delivered', 'abandoned'] })
      .notNull()
      .default('open'),
    outcome: text().notNull().default(''),
    outcomeUrl: text().notNull().default(''),
    softwareId: integer().references(() => software.id, { onDelete: 'set null' }),
    userId: formerUser(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [index('pooling_call_need').on(table.needId)],
)

export const poolingPart = sqliteTable(
  'pooling_part',
  {
    callId: integer()
      .notNull()
      .references(() => poolingCall.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    /** In whole euros; null when not said. */
    amount: integer(),
    note: text().notNull().default(''),
    userId: formerUser(),
    createdAt: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.callId, table.organisationId] }),
    index('pooling_part_organisation').on(table.organisationId),
  ],
)
