import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisation } from './organisations.ts'
import { source } from './system.ts'

/** One year's campaign of the label Territoire Numérique Libre, with its own scale. */
export const edition = sqliteTable('edition', {
  year: integer().primaryKey(),
  scheme: text({ enum: ['copyleft-5', 'badge-label-3'] }).notNull(),
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
})

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
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    mentionSourceId: integer().references(() => source.id),
  },
  (table) => [
    index('award_edition').on(table.edition),
    index('award_organisation').on(table.organisationId),
  ],
)
