import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'
import { grid } from './label.ts'
import { organisation } from './organisations.ts'

const formerUser = () => text().references(() => user.id, { onDelete: 'set null' })

export const APPLICATION_STATES = [
  'draft',
  /** The élu référent has validated it as it stands; a change makes it a draft again. */
  'validated',
  'submitted',
  /** The jury or the organiser asked for more: it can be changed and submitted again. */
  'more-requested',
  'examining',
  'assessed',
  'deliberated',
  'announced',
  'published',
  'withdrawn',
] as const

/**
 * An organisation's dossier for an edition; on the reference grid, its self-assessment, which goes
 * nowhere.
 */
export const application = sqliteTable(
  'application',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    grid: text()
      .notNull()
      .references(() => grid.key),
    organisationId: integer()
      .notNull()
      .references(() => organisation.id),
    state: text({ enum: APPLICATION_STATES }).notNull(),
    /** Responsable de candidature: who follows it. */
    responsibleName: text().notNull().default(''),
    responsibleOffice: text().notNull().default(''),
    responsibleEmail: text().notNull().default(''),
    /** Élu référent: who vouches for it. */
    electedName: text().notNull().default(''),
    electedOffice: text().notNull().default(''),
    electedEmail: text().notNull().default(''),
    /** Both people agree to be named with the result. */
    namesPublic: integer({ mode: 'boolean' }).notNull().default(false),
    /** ISO 8601, UTC; so are all the dates below; empty for not yet. */
    validatedAt: text().notNull().default(''),
    /** SHA-256 of what was validated. */
    validatedHash: text().notNull().default(''),
    submittedAt: text().notNull().default(''),
    withdrawnAt: text().notNull().default(''),
    moreRequestedAt: text().notNull().default(''),
    moreRequested: text().notNull().default(''),
    /** Until when what was asked for can be sent. */
    moreUntil: text().notNull().default(''),
    createdBy: formerUser(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    revision: integer().notNull().default(1),
  },
  (table) => [
    unique('application_once').on(table.grid, table.organisationId),
    index('application_organisation').on(table.organisationId),
  ],
)

/** What the candidate answers to a criterion. */
export const applicationAnswer = sqliteTable(
  'application_answer',
  {
    applicationId: integer()
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    /** Slug of the criterion. */
    criterion: text().notNull(),
    /** By part, as typed: {"yes-no": "yes", "text": "…"}. */
    value: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** Grows with each change: whoever saves over an older one is shown both. */
    revision: integer().notNull().default(1),
    updatedAt: text().notNull(),
    updatedBy: formerUser(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.criterion] })],
)

/** A file of the dossier. Its bytes are in the data folder, under a name that says nothing. */
export const applicationDocument = sqliteTable(
  'application_document',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    applicationId: integer()
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    /** Slug of the criterion that it backs; empty for the whole dossier. */
    criterion: text().notNull().default(''),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    /** Of its content, in hexadecimal. */
    sha256: text().notNull(),
    /** Its name in the folder of documents, random. */
    storedAs: text().notNull().unique(),
    createdAt: text().notNull(),
    createdBy: formerUser(),
    /** Taken out of the dossier; kept while a snapshot names it. */
    removedAt: text().notNull().default(''),
  },
  (table) => [index('application_document_application').on(table.applicationId)],
)

/** What was submitted, frozen: never changed, nor deleted before its application. */
export const applicationSnapshot = sqliteTable(
  'application_snapshot',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    applicationId: integer()
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    createdAt: text().notNull(),
    /** JSON, as lib/applications/snapshot-schema.ts describes it, to the byte what was hashed. */
    content: text().notNull(),
    /** SHA-256 of the content, UTF-8, in hexadecimal. */
    sha256: text().notNull(),
  },
  (table) => [index('application_snapshot_application').on(table.applicationId, table.id)],
)

/** The history of a dossier, which its organisation can read. */
export const applicationEvent = sqliteTable(
  'application_event',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    applicationId: integer()
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    at: text().notNull(),
    kind: text().notNull(),
    userId: formerUser(),
    note: text().notNull().default(''),
  },
  (table) => [index('application_event_application').on(table.applicationId, table.id)],
)

/** Which juror reads which file. */
export const juryAssignment = sqliteTable(
  'jury_assignment',
  {
    applicationId: integer()
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    assignedAt: text().notNull(),
    assignedBy: formerUser(),
    /** The juror has said all: from then on, and once all have, their scores are read by the others. */
    finishedAt: text().notNull().default(''),
    /** A link with the candidate: the file is closed to this juror from then on. */
    conflictAt: text().notNull().default(''),
    conflictReason: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.userId] }),
    index('jury_assignment_user').on(table.userId),
  ],
)

/** What a juror thinks of one axis of a file. */
export const juryScore = sqliteTable(
  'jury_score',
  {
    applicationId: integer()
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Slug of the axis. */
    axis: text().notNull(),
    /** 0 to the edition's scoreMax; null while only a comment is written. */
    score: integer(),
    comment: text().notNull().default(''),
    updatedAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.userId, table.axis] })],
)

/** What the jury decided together, entered and never computed. */
export const juryDecision = sqliteTable('jury_decision', {
  applicationId: integer()
    .primaryKey()
    .references(() => application.id, { onDelete: 'cascade' }),
  /** A level of the edition's scheme; empty for no award. */
  level: text().notNull().default(''),
  mentions: text({ mode: 'json' }).$type<Array<{ fr: string; en: string }>>().notNull(),
  /** What the candidate reads. */
  feedback: text().notNull().default(''),
  /** What only the jury and the organisers read. */
  minutes: text().notNull().default(''),
  decidedAt: text().notNull(),
  decidedBy: formerUser(),
})
