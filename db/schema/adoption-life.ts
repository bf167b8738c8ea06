import { sql } from 'drizzle-orm'
import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { adoption } from './adoptions.ts'
import { organisation } from './organisations.ts'
import { software } from './software.ts'

const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })

/** What an organisation says of its own use beyond the bare fact: one row an adoption that it declared. */
export const adoptionDetail = sqliteTable(
  'adoption_detail',
  {
    adoptionId: integer()
      .primaryKey()
      .references(() => adoption.id, { onDelete: 'cascade' }),
    workstations: integer(),
    users: integer(),
    servers: integer(),
    /** Workstations of schools, which an organisation counts apart. */
    schoolWorkstations: integer(),
    /** The services of the organisation that use it, as its agent names them. */
    services: text().notNull().default(''),
    runBy: text({ enum: ['', 'own-it', 'operator', 'provider'] })
      .notNull()
      .default(''),
    /** Name of the provider that runs it; an operator is adoption.operatorId. */
    provider: text().notNull().default(''),
    replaces: text().notNull().default(''),
    /** Licence cost avoided, in whole euros a year. */
    costAvoided: integer(),
    costMethod: text().notNull().default(''),
    contactWish: text({ enum: ['none', 'relay', 'public'] })
      .notNull()
      .default('none'),
    /** Who receives what is relayed. */
    contactUserId: formerUser(),
    /** Shown to everyone, because the person typed it for that; empty unless the wish is public. */
    contactPublic: text().notNull().default(''),
    note: text().notNull().default(''),
    /** YYYY, YYYY-MM or YYYY-MM-DD. */
    stoppedOn: text().notNull().default(''),
    stopReason: text({
      enum: ['', 'replaced', 'no-need', 'cost', 'support', 'features', 'other'],
    })
      .notNull()
      .default(''),
    stopNote: text().notNull().default(''),
    declaredBy: formerUser(),
    /** ISO 8601, UTC: when the organisation was last asked to reconfirm; empty for never. */
    reconfirmAskedAt: text().notNull().default(''),
  },
  (table) => [
    // Few give a figure: their sum must not read the details of all.
    index('adoption_detail_cost')
      .on(table.adoptionId, table.costAvoided)
      .where(sql`cost_avoided IS NOT NULL`),
  ],
)

export const ADOPTION_EVENTS = [
  'reported',
  'declared',
  'confirmed',
  'changed',
  'ended',
  'reopened',
  'contested',
  'contest-settled',
  'aged',
  'reconfirmed',
  'merged',
] as const

/** The history of an adoption, which its organisation can read. Append-only. */
export const adoptionEvent = sqliteTable(
  'adoption_event',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    adoptionId: integer()
      .notNull()
      .references(() => adoption.id, { onDelete: 'cascade' }),
    /** ISO 8601, UTC. */
    at: text().notNull(),
    kind: text({ enum: ADOPTION_EVENTS }).notNull(),
    userId: formerUser(),
    /** The organisation that spoke: the adopter itself, an operator, a publisher. */
    organisationId: integer().references(() => organisation.id),
    /** Field by field, what was and what is: {"state": ["pilot", "production"]}. */
    changes: text({ mode: 'json' }).$type<Record<string, [unknown, unknown]>>().notNull(),
    reason: text().notNull().default(''),
  },
  (table) => [index('adoption_event_adoption').on(table.adoptionId, table.id)],
)

/** An organisation says that an adoption is wrong; a moderator settles it. */
export const contestation = sqliteTable('contestation', {
  id: integer().primaryKey({ autoIncrement: true }),
  adoptionId: integer()
    .notNull()
    .references(() => adoption.id, { onDelete: 'cascade' }),
  userId: formerUser(),
  reason: text().notNull(),
  /** What the adoption goes back to when the contestation is dismissed. */
  trustBefore: text({ enum: ['reported', 'confirmed', 'to-reconfirm'] }).notNull(),
  createdAt: text().notNull(),
})

/** What an organisation tells of its use, shown once a moderator has read it. */
export const testimonial = sqliteTable(
  'testimonial',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    adoptionId: integer()
      .notNull()
      .references(() => adoption.id, { onDelete: 'cascade' }),
    userId: formerUser(),
    body: text().notNull(),
    locale: text({ enum: ['fr', 'en'] }).notNull(),
    state: text({ enum: ['waiting', 'published', 'refused'] }).notNull(),
    createdAt: text().notNull(),
  },
  (table) => [
    index('testimonial_adoption').on(table.adoptionId),
    index('testimonial_state').on(table.state, table.adoptionId),
  ],
)

/** That someone wrote to a user organisation, to bound how often; never what was written. */
export const relayedMessage = sqliteTable(
  'relayed_message',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    adoptionId: integer()
      .notNull()
      .references(() => adoption.id, { onDelete: 'cascade' }),
    senderId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: text().notNull(),
    /** A number that the form was given when it was drawn: the same form sent twice is one message. */
    once: text().notNull().default(''),
  },
  (table) => [index('relayed_message_sender').on(table.senderId, table.createdAt)],
)

/** A software that a declaration needs and the catalogue lacks. */
export const softwareProposal = sqliteTable('software_proposal', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  website: text().notNull().default(''),
  what: text().notNull().default(''),
  userId: formerUser(),
  createdAt: text().notNull(),
  /** What it became, once settled. */
  softwareId: integer().references(() => software.id),
})

/** A declaration that waits for its software: input of declareAdoption, as JSON. */
export const waitingDeclaration = sqliteTable(
  'waiting_declaration',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    proposalId: integer()
      .notNull()
      .references(() => softwareProposal.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    userId: formerUser(),
    declaration: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    createdAt: text().notNull(),
  },
  (table) => [unique('waiting_once').on(table.proposalId, table.organisationId)],
)

/** Addresses of entries that were merged into another. */
export const softwareRedirect = sqliteTable('software_redirect', {
  slug: text().primaryKey(),
  softwareId: integer()
    .notNull()
    .references(() => software.id),
})

export const IMPORT_STATES = [
  'uploaded',
  'ready',
  'refused',
  'applying',
  'applied',
  'failed',
  'dropped',
] as const

/** A list of software, or a file of organisations, from its upload to what was made of it. */
export const importJob = sqliteTable(
  'import_job',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** `own`: what the organisation itself uses; `report`: who uses a software, by an operator or a publisher. */
    kind: text({ enum: ['own', 'report'] }).notNull(),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    userId: formerUser(),
    /** The software that every line of a report means, unless the file names one a line. */
    softwareId: integer().references(() => software.id),
    fileName: text().notNull(),
    /** The bytes as they came, until they have been read. */
    content: blob({ mode: 'buffer' }),
    state: text({ enum: IMPORT_STATES }).notNull(),
    /** Why it was refused or failed: a key of the texts of the page. */
    fault: text().notNull().default(''),
    /** What was found: format, encoding, columns, counts. */
    summary: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [index('import_job_organisation').on(table.organisationId, table.id)],
)

export const importLine = sqliteTable(
  'import_line',
  {
    jobId: integer()
      .notNull()
      .references(() => importJob.id, { onDelete: 'cascade' }),
    /** The line of the file, 1 for its first. */
    line: integer().notNull(),
    /** What the file says, for the reader: a name of software or of an organisation. */
    label: text().notNull(),
    /** Fields read from the line. */
    fields: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    status: text({ enum: ['matched', 'ambiguous', 'unknown', 'present', 'wrong'] }).notNull(),
    /** How sure the match is: `exact`, `alias`, `package`, `near`; a fault's key on a wrong line. */
    certainty: text().notNull().default(''),
    softwareId: integer(),
    organisationId: integer(),
    /** Ids that it may mean, best first. */
    candidates: text({ mode: 'json' }).$type<number[]>().notNull(),
    decision: text({ enum: ['', 'accept', 'drop'] })
      .notNull()
      .default(''),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.line] })],
)
