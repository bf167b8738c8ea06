import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { organisation } from './organisations.ts'
import { source } from './system.ts'

interface Bilingual {
  fr: string
  en: string
}

/** A scale of results: `copyleft-5` (2016 to 2024), `badge-label-3` (2025), or another. */
export const scheme = sqliteTable('scheme', {
  slug: text().primaryKey(),
  nameFr: text().notNull(),
  nameEn: text().notNull(),
  /**
   * Lowest first. `value` is what an award keeps: a number in copyleft-5 (award.level), a word
   * elsewhere (award.distinction).
   */
  levels: text({ mode: 'json' }).$type<Array<{ value: string } & Bilingual>>().notNull(),
  /** Defined by the reference data, hence not changed here. */
  builtin: integer({ mode: 'boolean' }).notNull().default(false),
})

/** One year's campaign of the label Territoire Numérique Libre, with its own scale. */
export const edition = sqliteTable('edition', {
  year: integer().primaryKey(),
  /** Slug of a scheme. */
  scheme: text().notNull(),
  /** Documented dates, each YYYY-MM-DD or less; empty when unknown. */
  openedOn: text().notNull().default(''),
  closedOn: text().notNull().default(''),
  announcedOn: text().notNull().default(''),
  candidates: integer(),
  ceremonyFr: text().notNull().default(''),
  ceremonyEn: text().notNull().default(''),
  axes: text({ mode: 'json' }).$type<Array<{ slug: string; fr: string; en: string }>>().notNull(),
  noteFr: text().notNull().default(''),
  noteEn: text().notNull().default(''),
  sourceIds: text({ mode: 'json' }).$type<number[]>().notNull(),
  /** `documented`: told by sources, run elsewhere; `draft` and `open`: run here, by its organisers. */
  state: text({ enum: ['documented', 'draft', 'open'] })
    .notNull()
    .default('documented'),
  /** Key of its grid; empty when none is known. */
  grid: text().notNull().default(''),
  // The calendar of an edition that is run here: ISO 8601, UTC, to the second; empty when not set.
  opensAt: text().notNull().default(''),
  closesAt: text().notNull().default(''),
  juryAt: text().notNull().default(''),
  /** Candidates read their result and their feedback from then on. */
  announcesAt: text().notNull().default(''),
  /** Everyone reads the results from then on; not before announcesAt. */
  publishesAt: text().notNull().default(''),
  /** Seconds after closesAt in which a submission is still taken. */
  graceSeconds: integer().notNull().default(0),
  /** The jury scores each axis from 0 to this. Ours: the label's own scale is not public. */
  scoreMax: integer().notNull().default(5),
  /** Jurors that each file needs; at least 2. */
  jurorsEach: integer().notNull().default(2),
  revision: integer().notNull().default(1),
})

/** Axes and criteria: those of an edition (its year as key), or the reference grid (`reference`). */
export const grid = sqliteTable('grid', {
  key: text().primaryKey(),
  titleFr: text().notNull(),
  titleEn: text().notNull(),
  /** Whose criteria these are, said wherever they show. */
  noteFr: text().notNull().default(''),
  noteEn: text().notNull().default(''),
  revision: integer().notNull().default(1),
  updatedAt: text().notNull(),
})

export const gridAxis = sqliteTable(
  'grid_axis',
  {
    grid: text()
      .notNull()
      .references(() => grid.key, { onDelete: 'cascade' }),
    slug: text().notNull(),
    position: integer().notNull(),
    nameFr: text().notNull(),
    nameEn: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.grid, table.slug] })],
)

/** One question of one grid. Its slug stays the same from one edition to the next. */
export const criterion = sqliteTable(
  'criterion',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    grid: text()
      .notNull()
      .references(() => grid.key, { onDelete: 'cascade' }),
    /** `logiciels.metier-nombre`: axis, point, name. */
    slug: text().notNull(),
    axis: text().notNull(),
    position: integer().notNull(),
    /** The number that the edition prints, if it does. */
    number: text().notNull().default(''),
    labelFr: text().notNull(),
    labelEn: text().notNull(),
    helpFr: text().notNull().default(''),
    helpEn: text().notNull().default(''),
    /** What an answer is made of, in order; see lib/label/grid-schema.ts. */
    parts: text({ mode: 'json' }).$type<string[]>().notNull(),
    choices: text({ mode: 'json' }).$type<Array<{ value: string } & Bilingual>>().notNull(),
    /** Of a number: `years`, `datasets`…; empty where the label says it. */
    unit: text().notNull().default(''),
    required: integer({ mode: 'boolean' }).notNull().default(false),
    /** Null: no weight is known. */
    weight: real(),
    /** Whether the official criteria page describes the question, only its theme, or neither. */
    basis: text({ enum: ['question', 'theme', 'proposal'] }).notNull(),
    basisNoteFr: text().notNull().default(''),
    basisNoteEn: text().notNull().default(''),
    sources: text({ mode: 'json' }).$type<Array<{ title: string; url: string }>>().notNull(),
    /** An evidence rule as lib/label/grid-schema.ts declares it; null for an answer by hand alone. */
    rule: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    /** Added once the edition is open: it explains, and changes nothing. */
    clarificationFr: text().notNull().default(''),
    clarificationEn: text().notNull().default(''),
    clarifiedAt: text().notNull().default(''),
  },
  (table) => [unique('criterion_once').on(table.grid, table.slug)],
)

/** What the jury of an edition gave. Levels of two schemes are never converted into each other. */
export const award = sqliteTable(
  'award',
  {
    id: integer().primaryKey(),
    edition: integer()
      .notNull()
      .references(() => edition.year),
    /** Null when the source's name cannot be tied to one organisation without doubt. */
    organisationId: integer().references(() => organisation.id),
    /** The laureate as the source prints it. */
    name: text().notNull(),
    /** 1 to 5, in the scheme copyleft-5 only. */
    level: integer(),
    /** badge, bronze, argent, or, in the scheme badge-label-3 only; empty when not known. */
    distinction: text().notNull().default(''),
    mentions: text({ mode: 'json' }).$type<Array<{ fr: string; en: string }>>().notNull(),
    noteFr: text().notNull().default(''),
    noteEn: text().notNull().default(''),
    /** An award that is given here has the jury's decision as its source, made with it. */
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    mentionSourceId: integer().references(() => source.id),
    /** The application that it answers; null for one that sources document. */
    applicationId: integer(),
    /** ISO 8601, UTC: shown to nobody but the jury and the organisers before; empty for documented ones. */
    visibleFrom: text().notNull().default(''),
  },
  (table) => [
    unique('award_application').on(table.applicationId),
    index('award_edition').on(table.edition),
    index('award_organisation').on(table.organisationId),
  ],
)

/** A key of the organiser, to sign credentials with. Its private half is a file of the data folder. */
export const labelKey = sqliteTable('label_key', {
  /** The fragment of its verification method. */
  kid: text().primaryKey(),
  /** Ed25519, Multikey (z6Mk…). */
  publicKeyMultibase: text().notNull(),
  createdAt: text().notNull(),
  /** It signs nothing more from then on; what it has signed goes on being verified. */
  retiredAt: text().notNull().default(''),
})

/** An award as an Open Badges 3.0 credential, signed once. */
export const awardCredential = sqliteTable('award_credential', {
  awardId: integer()
    .primaryKey()
    .references(() => award.id, { onDelete: 'cascade' }),
  /** A UUID: the end of the credential's address. */
  uuid: text().notNull().unique(),
  kid: text()
    .notNull()
    .references(() => labelKey.kid),
  /** The whole signed document, JSON-LD. */
  document: text().notNull(),
  issuedAt: text().notNull(),
})
