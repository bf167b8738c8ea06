import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisation } from './organisations.ts'
import { source } from './system.ts'

export const functionGroup = sqliteTable('function_group', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  nameFr: text().notNull(),
  nameEn: text().notNull(),
  /** A trade of the collectivité, as against office software and infrastructure. */
  business: integer({ mode: 'boolean' }).notNull(),
  position: integer().notNull(),
})

/** What software is for: the leaves of the tree of a collectivité's functions. */
export const businessFunction = sqliteTable('business_function', {
  id: integer().primaryKey(),
  groupId: integer()
    .notNull()
    .references(() => functionGroup.id),
  slug: text().notNull().unique(),
  nameFr: text().notNull(),
  nameEn: text().notNull(),
  summaryFr: text().notNull(),
  summaryEn: text().notNull(),
  synonymsFr: text({ mode: 'json' }).$type<string[]>().notNull(),
  synonymsEn: text({ mode: 'json' }).$type<string[]>().notNull(),
  position: integer().notNull(),
})

export const publisher = sqliteTable('publisher', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  kind: text().notNull(),
  website: text().notNull().default(''),
  organisationId: integer().references(() => organisation.id),
  summaryFr: text().notNull(),
  summaryEn: text().notNull(),
  sourceId: integer().references(() => source.id),
})

export const software = sqliteTable(
  'software',
  {
    id: integer().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    nameKey: text().notNull(),
    publisherId: integer()
      .notNull()
      .references(() => publisher.id),
    /** SPDX expression. */
    licence: text().notNull(),
    licenceFamily: text().notNull(),
    licenceNoteFr: text().notNull().default(''),
    licenceNoteEn: text().notNull().default(''),
    repository: text().notNull().default(''),
    website: text().notNull().default(''),
    summaryFr: text().notNull(),
    summaryEn: text().notNull(),
    descriptionFr: text().notNull(),
    descriptionEn: text().notNull(),
    firstRelease: integer(),
    status: text().notNull().default(''),
    audience: text({ mode: 'json' }).$type<string[]>().notNull(),
    platforms: text({ mode: 'json' }).$type<string[]>().notNull(),
    languages: text({ mode: 'json' }).$type<string[]>().notNull(),
    aliases: text({ mode: 'json' }).$type<string[]>().notNull(),
    identifiers: text({ mode: 'json' }).$type<Record<string, string | number>>().notNull(),
    /** ISO 8601, UTC. */
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    /** The catalogue's version at its last change, its figures included: readers refresh from it. */
    revision: integer().notNull(),
  },
  (table) => [
    index('software_revision').on(table.revision),
    index('software_publisher').on(table.publisherId),
  ],
)

export const softwareFunction = sqliteTable(
  'software_function',
  {
    softwareId: integer()
      .notNull()
      .references(() => software.id),
    functionId: integer()
      .notNull()
      .references(() => businessFunction.id),
    /** 0 is the main function. */
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.softwareId, table.functionId] }),
    index('software_function_function').on(table.functionId, table.softwareId),
  ],
)

/** Which source backs which field of an entry. */
export const softwareSource = sqliteTable(
  'software_source',
  {
    softwareId: integer()
      .notNull()
      .references(() => software.id),
    field: text().notNull(),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
  },
  (table) => [primaryKey({ columns: [table.softwareId, table.field, table.sourceId] })],
)

/** Documented facts, and publishers' own estimates of their users (kept apart from adoptions). */
export const softwareFact = sqliteTable(
  'software_fact',
  {
    id: integer().primaryKey(),
    softwareId: integer()
      .notNull()
      .references(() => software.id),
    kind: text({ enum: ['fact', 'estimate'] }).notNull(),
    fr: text().notNull(),
    en: text().notNull(),
    value: integer(),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
  },
  (table) => [index('software_fact_software').on(table.softwareId)],
)
