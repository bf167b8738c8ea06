import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { organisation } from './organisations.ts'
import { software } from './software.ts'
import { source } from './system.ts'

const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })
const ofProvider = () =>
  integer()
    .notNull()
    .references(() => provider.id, { onDelete: 'cascade' })
const ofSoftware = () =>
  integer()
    .notNull()
    .references(() => software.id, { onDelete: 'cascade' })

export const SERVICE_KINDS = [
  'hosting',
  'integration',
  'support',
  'training',
  'development',
] as const

/** Who sells or gives services on software: companies, associations, public operators. */
export const provider = sqliteTable('provider', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: text().notNull(),
  nameKey: text().notNull(),
  kind: text({ enum: ['company', 'public-body', 'association', 'cooperative'] }).notNull(),
  /** Checked by its key. */
  siren: text().notNull().unique(),
  /** A public operator that the register of organisations knows. */
  organisationId: integer().references(() => organisation.id),
  website: text().notNull().default(''),
  summaryFr: text().notNull(),
  summaryEn: text().notNull().default(''),
  /** `pending` waits for a moderator: seen by its members alone. */
  state: text({ enum: ['pending', 'published', 'withdrawn'] })
    .notNull()
    .default('pending'),
  sourceId: integer().references(() => source.id),
  /** ISO 8601, UTC; so are all the dates below. */
  createdAt: text().notNull(),
  updatedAt: text().notNull(),
})

export const providerMember = sqliteTable(
  'provider_member',
  {
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    providerId: ofProvider(),
    role: text({ enum: ['member', 'manager'] }).notNull(),
    createdAt: text().notNull(),
    grantedBy: formerUser(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.providerId] }),
    index('provider_member_provider').on(table.providerId),
  ],
)

export const providerService = sqliteTable(
  'provider_service',
  {
    providerId: ofProvider(),
    softwareId: ofSoftware(),
    kind: text({ enum: SERVICE_KINDS }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.softwareId, table.kind] }),
    index('provider_service_software').on(table.softwareId, table.kind),
  ],
)

/** Where it serves; `national` with an empty code is everywhere. */
export const providerArea = sqliteTable(
  'provider_area',
  {
    providerId: ofProvider(),
    kind: text({ enum: ['national', 'region', 'departement'] }).notNull(),
    code: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.kind, table.code] }),
    index('provider_area_code').on(table.kind, table.code),
  ],
)

/** An organisation that a provider says it serves: shown once that organisation has confirmed it. */
export const providerReference = sqliteTable(
  'provider_reference',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    providerId: ofProvider(),
    softwareId: ofSoftware(),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    kinds: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** YYYY, empty when not said. */
    since: text().notNull().default(''),
    state: text({ enum: ['waiting', 'confirmed', 'refused', 'withdrawn'] })
      .notNull()
      .default('waiting'),
    createdBy: formerUser(),
    createdAt: text().notNull(),
    decidedBy: formerUser(),
    decidedAt: text().notNull().default(''),
    /** What the organisation answered when it refused, for the provider alone. */
    reason: text().notNull().default(''),
  },
  (table) => [
    uniqueIndex('provider_reference_one').on(
      table.providerId,
      table.softwareId,
      table.organisationId,
    ),
    index('provider_reference_organisation').on(table.organisationId, table.state),
    index('provider_reference_software').on(table.softwareId, table.state),
  ],
)
