import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { source } from './system.ts'

export const region = sqliteTable('region', {
  code: text().primaryKey(),
  name: text().notNull(),
  zone: text({ enum: ['metro', 'drom', 'com'] }).notNull(),
  /** Bit of this region in the masks of software_figures; stable once given. */
  position: integer().notNull().unique(),
})

export const departement = sqliteTable('departement', {
  code: text().primaryKey(),
  name: text().notNull(),
  region: text()
    .notNull()
    .references(() => region.code),
  zone: text({ enum: ['metro', 'drom', 'com'] }).notNull(),
})

export const organisation = sqliteTable(
  'organisation',
  {
    id: integer().primaryKey(),
    /** Its address: the SIREN, or `insee-<code>` for the overseas communes that have none. */
    key: text().notNull().unique(),
    siren: text().unique(),
    /** INSEE code: of a commune, a département or a région; empty for the rest. */
    insee: text().notNull().default(''),
    kind: text().notNull(),
    /** Legal form of an EPCI: CC, CA, CU, METRO, MET69; empty for the rest. */
    form: text().notNull().default(''),
    name: text().notNull(),
    /** Name folded for sorting and comparing (no case, no accent). */
    nameKey: text().notNull(),
    departement: text().notNull().default(''),
    region: text().notNull().default(''),
    /** The EPCI with own taxation that a commune belongs to. */
    epciId: integer().references((): AnySQLiteColumn => organisation.id),
    population: integer(),
    sizeClass: text().notNull(),
    sourceId: integer().references(() => source.id),
  },
  (table) => [
    index('organisation_insee').on(table.insee, table.kind),
    index('organisation_population').on(table.population),
    index('organisation_kind_population').on(table.kind, table.population),
    index('organisation_like').on(table.kind, table.region, table.population),
    index('organisation_departement').on(table.departement, table.kind, table.population),
    index('organisation_epci').on(table.epciId, table.population),
  ],
)

export const organisationPostcode = sqliteTable(
  'organisation_postcode',
  {
    postcode: text().notNull(),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
  },
  (table) => [primaryKey({ columns: [table.postcode, table.organisationId] })],
)

/**
 * Former and delegated communes, by code and name: they lead to the commune of today. With the kind
 * `departement`, the départements that a body governs.
 */
export const organisationAlias = sqliteTable(
  'organisation_alias',
  {
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    kind: text({
      enum: ['former-code', 'deleguee', 'associee', 'arrondissement', 'departement'],
    }).notNull(),
    code: text().notNull(),
    name: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.kind, table.organisationId] }),
    index('organisation_alias_organisation').on(table.organisationId),
  ],
)

/** A documented fact on an organisation that is not the use of one named software. */
export const organisationFact = sqliteTable('organisation_fact', {
  id: integer().primaryKey(),
  organisationId: integer()
    .notNull()
    .references(() => organisation.id),
  fr: text().notNull(),
  en: text().notNull(),
  date: text().notNull().default(''),
  sourceId: integer()
    .notNull()
    .references(() => source.id),
})
