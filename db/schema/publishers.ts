import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { organisation } from './organisations.ts'
import { publisher, software } from './software.ts'

const ofUser = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })
const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })
const ofPublisher = () =>
  integer()
    .notNull()
    .references(() => publisher.id, { onDelete: 'cascade' })

/**
 * Who speaks for a publisher. The members of an organisation that is a publisher are its members besides,
 * without a row.
 */
export const publisherMember = sqliteTable(
  'publisher_member',
  {
    userId: ofUser(),
    publisherId: ofPublisher(),
    role: text({ enum: ['member', 'manager'] }).notNull(),
    how: text({ enum: ['claim', 'moderator', 'invitation', 'server'] }).notNull(),
    /** ISO 8601, UTC; so are all the dates below. */
    createdAt: text().notNull(),
    grantedBy: formerUser(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.publisherId] }),
    index('publisher_member_publisher').on(table.publisherId),
  ],
)

/** Somebody asked by mail to speak for a publisher: the link works for that address alone. */
export const publisherInvitation = sqliteTable(
  'publisher_invitation',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    publisherId: ofPublisher(),
    email: text().notNull(),
    role: text({ enum: ['member', 'manager'] }).notNull(),
    /** SHA-256 of the token, which only the mail holds. */
    tokenHash: text().notNull().unique(),
    invitedBy: formerUser(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    acceptedAt: text().notNull().default(''),
  },
  (table) => [
    index('publisher_invitation_publisher').on(table.publisherId),
    index('publisher_invitation_email').on(table.email),
  ],
)

/** A text of a publisher's page that a person wrote: what the reference data says of it no longer counts. */
export const publisherEdit = sqliteTable(
  'publisher_edit',
  {
    publisherId: ofPublisher(),
    field: text({ enum: ['website', 'summaryFr', 'summaryEn'] }).notNull(),
    userId: formerUser(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.publisherId, table.field] })],
)

/** A publisher whose listings appear at once: somebody checked that it is who it says. */
export const publisherVerification = sqliteTable('publisher_verification', {
  publisherId: integer()
    .primaryKey()
    .references(() => publisher.id, { onDelete: 'cascade' }),
  how: text({ enum: ['moderator', 'server'] }).notNull(),
  verifiedAt: text().notNull(),
  verifiedBy: formerUser(),
})

/** An organisation that wants to hear from a publisher. Personal: for the publisher alone. */
export const contactRequest = sqliteTable(
  'contact_request',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    publisherId: ofPublisher(),
    softwareId: integer().references(() => software.id, { onDelete: 'set null' }),
    organisationId: integer().references(() => organisation.id),
    userId: ofUser(),
    subject: text({ enum: ['question', 'demonstration', 'quote', 'contribution', 'other'] })
      .notNull()
      .default('question'),
    message: text().notNull(),
    createdAt: text().notNull(),
    state: text({ enum: ['new', 'answered', 'closed'] })
      .notNull()
      .default('new'),
    settledAt: text().notNull().default(''),
    settledBy: formerUser(),
  },
  (table) => [index('contact_request_publisher').on(table.publisherId, table.state, table.id)],
)

const PUBLISHER_EVENTS = [
  'software-listed',
  'software-claimed',
  'entry-changed',
  'release',
  'repository-state',
  'difference',
  'adoption-reported',
  'adoption-confirmed',
  'adoption-ended',
  'reference-confirmed',
  'contact-requested',
  'need-asked',
  'need-joined',
] as const

/** What happens to a publisher's software: the feed shows it, webhooks deliver it. Nothing personal. */
export const publisherEvent = sqliteTable(
  'publisher_event',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    publisherId: ofPublisher(),
    softwareId: integer().references(() => software.id, { onDelete: 'set null' }),
    kind: text({ enum: PUBLISHER_EVENTS }).notNull(),
    /** Public, but for `contact-requested`, which the feed leaves out. */
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    at: text().notNull(),
  },
  (table) => [index('publisher_event_publisher').on(table.publisherId, table.id)],
)

export const webhook = sqliteTable(
  'webhook',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    publisherId: ofPublisher(),
    url: text().notNull(),
    /** Sealed with the secret of the service, never in the clear: lib/publishers/internal. */
    sealedSecret: text().notNull(),
    events: text({ mode: 'json' }).$type<string[]>().notNull(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
    /** Why the service turned it off, empty when it did not. */
    disabledReason: text().notNull().default(''),
    /** When deliveries began to fail, empty while the last one went through. */
    failingSince: text().notNull().default(''),
    createdAt: text().notNull(),
    createdBy: formerUser(),
  },
  (table) => [index('webhook_publisher').on(table.publisherId)],
)

export const webhookDelivery = sqliteTable(
  'webhook_delivery',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    webhookId: integer()
      .notNull()
      .references(() => webhook.id, { onDelete: 'cascade' }),
    /** Null for a test that a person sent. */
    eventId: integer().references(() => publisherEvent.id, { onDelete: 'cascade' }),
    /** The same in every attempt: receivers tell repeats by it. */
    uuid: text().notNull().unique(),
    createdAt: text().notNull(),
    state: text({ enum: ['waiting', 'delivered', 'abandoned'] })
      .notNull()
      .default('waiting'),
    attempts: integer().notNull().default(0),
    notBefore: text().notNull(),
    /** HTTP status of the last attempt, 0 when there was no answer. */
    lastStatus: integer().notNull().default(0),
    lastError: text().notNull().default(''),
    lastAt: text().notNull().default(''),
    /** Milliseconds of the last attempt. */
    lastTook: integer().notNull().default(0),
  },
  (table) => [
    index('webhook_delivery_webhook').on(table.webhookId, table.id),
    index('webhook_delivery_waiting').on(table.notBefore).where(sql`state = 'waiting'`),
  ],
)
