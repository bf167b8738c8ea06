import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisation } from './organisations.ts'

// The first four tables are those of better-auth, with its column names; it writes them itself.

export const user = sqliteTable('user', {
  id: text().primaryKey(),
  /** Empty until its owner gives one. */
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer({ mode: 'boolean' }).notNull().default(false),
  image: text(),
  createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer({ mode: 'timestamp_ms' }).notNull(),
})

const ofUser = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })
/** Someone who may have deleted their account since: what they did stays. */
const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    expiresAt: integer({ mode: 'timestamp_ms' }).notNull(),
    token: text().notNull().unique(),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    ipAddress: text(),
    userAgent: text(),
    userId: ofUser(),
  },
  (table) => [index('session_user').on(table.userId)],
)

/** How a user signs in with a provider. Its tokens are not kept: we never act in anybody's name. */
export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: ofUser(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: integer({ mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer({ mode: 'timestamp_ms' }),
    scope: text(),
    password: text(),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('account_user').on(table.userId)],
)

/** Links by e-mail that wait to be used (hashed), and sign-ins under way with a provider. */
export const verification = sqliteTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: integer({ mode: 'timestamp_ms' }).notNull(),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
)

/** The language that a user is written to in. */
export const userSetting = sqliteTable('user_setting', {
  userId: text()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  locale: text({ enum: ['fr', 'en'] }).notNull(),
})

/** What a user may do over the whole catalogue, on top of what anyone signed in may. */
export const userRole = sqliteTable(
  'user_role',
  {
    userId: ofUser(),
    role: text({ enum: ['moderator', 'label-organiser', 'juror', 'administrator'] }).notNull(),
    /** ISO 8601, UTC; so are all the dates below. */
    createdAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
)

export const membership = sqliteTable(
  'membership',
  {
    userId: ofUser(),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    role: text({ enum: ['member', 'manager'] }).notNull(),
    /** What it rests on. */
    how: text({
      enum: ['domain', 'provider-claim', 'invitation', 'moderator', 'server'],
    }).notNull(),
    createdAt: text().notNull(),
    grantedBy: formerUser(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.organisationId] }),
    index('membership_organisation').on(table.organisationId),
  ],
)

/** Mail domains that belong to an organisation: whoever reads mail there works for it. */
export const organisationDomain = sqliteTable(
  'organisation_domain',
  {
    domain: text().notNull(),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    verifiedAt: text().notNull(),
    verifiedBy: formerUser(),
  },
  (table) => [primaryKey({ columns: [table.domain, table.organisationId] })],
)

/** The SIRET that a provider vouched for when a user last signed in with it. */
export const providerClaim = sqliteTable(
  'provider_claim',
  {
    providerId: text().notNull(),
    subject: text().notNull(),
    siret: text().notNull(),
    seenAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.providerId, table.subject] })],
)

export const joinRequest = sqliteTable(
  'join_request',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    userId: ofUser(),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    role: text({ enum: ['member', 'manager'] }).notNull(),
    message: text().notNull().default(''),
    createdAt: text().notNull(),
  },
  (table) => [index('join_request_user').on(table.userId)],
)

export const invitation = sqliteTable(
  'invitation',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    email: text().notNull(),
    role: text({ enum: ['member', 'manager'] }).notNull(),
    /** SHA-256 of the token in the link, in hexadecimal. */
    tokenHash: text().notNull().unique(),
    invitedBy: formerUser(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    acceptedAt: text().notNull().default(''),
  },
  (table) => [index('invitation_organisation').on(table.organisationId)],
)
