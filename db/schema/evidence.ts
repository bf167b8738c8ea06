import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { criterion } from './label.ts'
import { organisation } from './organisations.ts'

/**
 * What an organisation's adoptions say of a criterion: no row where they say nothing. A projection of
 * adoptions for the reference grid and the editions under way, written in the transaction of what changes.
 * The state is read from it at any time: `evidenced` while it is full and fresh, `partial` otherwise.
 */
export const criterionEvidence = sqliteTable(
  'criterion_evidence',
  {
    criterionId: integer()
      .notNull()
      .references(() => criterion.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    /** A count, or a share in whole percent; null where the rule gives a list alone. */
    value: integer(),
    /** How many adoptions (or publications, testimonials) are behind it. */
    items: integer().notNull(),
    /** Whether the rule gives a full answer, freshness left aside. */
    full: integer({ mode: 'boolean' }).notNull(),
    /** YYYY-MM-DD: the last day on which what it rests on is fresh; empty for never. */
    freshUntil: text().notNull().default(''),
    // Copies of the organisation's own columns: peers are counted by them.
    organisationKind: text().notNull(),
    departement: text().notNull(),
    sizeClass: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.criterionId, table.organisationId] }),
    index('criterion_evidence_organisation').on(table.organisationId),
    index('criterion_evidence_place').on(
      table.criterionId,
      table.departement,
      table.organisationKind,
    ),
    index('criterion_evidence_peers').on(
      table.criterionId,
      table.organisationKind,
      table.sizeClass,
    ),
  ],
)

/** Organisations whose evidence is to be computed anew, written with what changed many at once. */
export const evidenceDue = sqliteTable('evidence_due', {
  organisationId: integer()
    .primaryKey()
    .references(() => organisation.id),
})

/** What a share is a share of, as the organisation states it for a year. */
export const organisationYear = sqliteTable(
  'organisation_year',
  {
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    year: integer().notNull(),
    workstations: integer(),
    servers: integer(),
    schoolWorkstations: integer(),
    /** Whether `servers` counts virtual machines; null when not said. */
    serversVirtual: integer({ mode: 'boolean' }),
    updatedAt: text().notNull(),
    updatedBy: text().references(() => user.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.year] })],
)
