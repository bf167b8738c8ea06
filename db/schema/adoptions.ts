import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { organisation } from './organisations.ts'
import { businessFunction, software } from './software.ts'
import { source } from './system.ts'

/** One organisation using one software: a record with a life, never a counter. */
export const adoption = sqliteTable(
  'adoption',
  {
    id: integer().primaryKey(),
    softwareId: integer()
      .notNull()
      .references(() => software.id),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    state: text({ enum: ['evaluating', 'pilot', 'production', 'stopped'] }).notNull(),
    trust: text({ enum: ['reported', 'confirmed', 'to-reconfirm', 'contested'] }).notNull(),
    /** YYYY, YYYY-MM or YYYY-MM-DD; empty when unknown. */
    since: text().notNull().default(''),
    version: text().notNull().default(''),
    perimeterUnit: text().notNull().default(''),
    perimeterMin: integer(),
    perimeterMax: integer(),
    operatorId: integer().references(() => organisation.id),
    noteFr: text().notNull().default(''),
    noteEn: text().notNull().default(''),
    /** When the one who says so said it: the date of the document, or of the declaration. */
    reportedOn: text().notNull().default(''),
    sourceId: integer().references(() => source.id),
    /** Who brought it in; the organisation's own word is never overwritten by another's. */
    origin: text({ enum: ['document', 'organisation', 'operator', 'publisher'] })
      .notNull()
      .default('document'),
    /** The operator or publisher whose word it is, when it is one. */
    reporterId: integer().references(() => organisation.id),
    /** ISO 8601, UTC: the organisation's own last word; empty for none. */
    confirmedAt: text().notNull().default(''),
    /** Grows with each change: whoever changes an older one is shown what changed. */
    revision: integer().notNull().default(1),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    // Copies of the organisation's own columns, kept with it: lists of users filter and sort on them.
    organisationKind: text().notNull(),
    departement: text().notNull(),
    region: text().notNull(),
    sizeClass: text().notNull(),
    population: integer().notNull(),
    organisationNameKey: text().notNull(),
  },
  (table) => [
    unique('adoption_once').on(table.softwareId, table.organisationId),
    index('adoption_organisation').on(
      table.organisationId,
      table.softwareId,
      table.state,
      table.trust,
    ),
    index('adoption_by_population').on(
      table.softwareId,
      table.population,
      table.organisationId,
      table.state,
      table.trust,
      table.departement,
      table.organisationKind,
      table.sizeClass,
      table.since,
    ),
    index('adoption_by_name').on(
      table.softwareId,
      table.organisationNameKey,
      table.organisationId,
      table.state,
      table.trust,
      table.departement,
      table.organisationKind,
      table.sizeClass,
      table.since,
    ),
    index('adoption_recent').on(table.reportedOn, table.id),
    // What grows old: few of the rows of a large file.
    index('adoption_confirmed').on(table.confirmedAt).where(sql`confirmed_at <> ''`),
  ],
)

/**
 * How many current uses a software has, by one dimension at a time (total, departement, region, kind,
 * size, year, state) and by trust. A projection of `adoption`, written in the same transaction.
 */
export const adoptionTally = sqliteTable(
  'adoption_tally',
  {
    softwareId: integer().notNull(),
    dimension: text().notNull(),
    value: text().notNull(),
    trust: text().notNull(),
    n: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.softwareId, table.dimension, table.value, table.trust] }),
    // "Used near me": which software a département or a région uses.
    index('adoption_tally_place')
      .on(table.dimension, table.value, table.softwareId)
      .where(sql`dimension IN ('region', 'departement')`),
  ],
)

/** One row a software: its totals and, as bit masks, who its users are. A projection of `adoption`. */
export const softwareFigures = sqliteTable('software_figures', {
  softwareId: integer()
    .primaryKey()
    .references(() => software.id),
  confirmed: integer().notNull(),
  reported: integer().notNull(),
  toReconfirm: integer().notNull(),
  total: integer().notNull(),
  kindMask: integer().notNull(),
  regionMask: integer().notNull(),
  sizeMask: integer().notNull(),
})

/** How many software an organisation uses now. A projection of `adoption`. */
export const organisationFigures = sqliteTable(
  'organisation_figures',
  {
    organisationId: integer()
      .primaryKey()
      .references(() => organisation.id),
    total: integer().notNull(),
  },
  (table) => [index('organisation_figures_total').on(table.total, table.organisationId)],
)

/** How many software of a function an organisation uses now: counts each adopter of a function once. */
export const functionAdopter = sqliteTable(
  'function_adopter',
  {
    functionId: integer()
      .notNull()
      .references(() => businessFunction.id),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    n: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.functionId, table.organisationId] })],
)

/** One row a function: software that covers it, organisations that use one of them. */
export const functionFigures = sqliteTable('function_figures', {
  functionId: integer()
    .primaryKey()
    .references(() => businessFunction.id),
  software: integer().notNull(),
  adopters: integer().notNull(),
})
