import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { software } from './software.ts'

/** How the repository of an entry stands, and when it is visited next: one row an entry that has one. */
export const repository = sqliteTable(
  'repository',
  {
    softwareId: integer()
      .primaryKey()
      .references(() => software.id, { onDelete: 'cascade' }),
    /** What is cloned. */
    address: text().notNull(),
    /** The same normalised: two spellings of one repository have one key. */
    addressKey: text().notNull(),
    host: text().notNull(),
    state: text({
      enum: ['new', 'readable', 'archived', 'moved', 'vanished', 'unreachable', 'refused'],
    })
      .notNull()
      .default('new'),
    /** ISO 8601, UTC; so are all the dates below unless said. */
    stateSince: text().notNull(),
    /** Where the forge says that it went. */
    movedTo: text().notNull().default(''),
    branch: text().notNull().default(''),
    headCommit: text().notNull().default(''),
    lastCommitAt: text().notNull().default(''),
    /** SHA-256 of what the server advertised at the last whole reading. */
    refsDigest: text().notNull().default(''),
    /** Validator of the last answer of the forge's API. */
    apiEtag: text().notNull().default(''),
    /** SPDX, of the licence files; empty when not recognised. */
    licenceDetected: text().notNull().default(''),
    /** SPDX, of publiccode.yml or codemeta.json. */
    licenceDeclared: text().notNull().default(''),
    /** Paths by sign, null where there is none. */
    signs: text({ mode: 'json' }).$type<Record<string, string | null>>().notNull(),
    visitedAt: text().notNull().default(''),
    readAt: text().notNull().default(''),
    nextAt: text().notNull(),
    /** Visits that failed since the last that did not. */
    failures: integer().notNull().default(0),
    /** What the last visit met, a fault of lib/forge/reading.ts; empty when it went well. */
    fault: text().notNull().default(''),
  },
  (table) => [
    index('repository_next').on(table.nextAt),
    index('repository_key').on(table.addressKey),
  ],
)

/** The publiccode.yml of an entry's repository, as last read, and what there is to say of it. */
export const repositoryPubliccode = sqliteTable('repository_publiccode', {
  softwareId: integer()
    .primaryKey()
    .references(() => software.id, { onDelete: 'cascade' }),
  path: text().notNull(),
  /** May hold personal data (contacts): for the publisher and the moderators. */
  body: text().notNull(),
  version: text().notNull().default(''),
  valid: integer({ mode: 'boolean' }).notNull(),
  findings: text({ mode: 'json' }).$type<unknown[]>().notNull(),
  commit: text().notNull(),
  readAt: text().notNull(),
})

export const softwareRelease = sqliteTable(
  'software_release',
  {
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
    version: text().notNull(),
    /** ISO 8601, UTC. */
    date: text().notNull(),
    commit: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.softwareId, table.tag] }),
    index('software_release_date').on(table.softwareId, table.date),
  ],
)

/** The log of the default branch by calendar month (UTC): counts, never a name. */
export const activityMonth = sqliteTable(
  'activity_month',
  {
    softwareId: integer()
      .notNull()
      .references(() => software.id, { onDelete: 'cascade' }),
    /** YYYY-MM. */
    month: text().notNull(),
    commits: integer().notNull(),
    authors: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.softwareId, table.month] })],
)

/** One run over the repositories that were due. */
export const harvestRun = sqliteTable('harvest_run', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: ['command', 'schedule', 'asked'] }).notNull(),
  startedAt: text().notNull(),
  /** Empty while it runs, and of one that was killed. */
  endedAt: text().notNull().default(''),
  /** Repositories by outcome. */
  outcomes: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
})
