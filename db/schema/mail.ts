import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './accounts.ts'

/** Mails to send, written in the transaction of what they tell; address and body are erased once sent. */
export const mailMessage = sqliteTable(
  'mail_message',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    recipient: text().notNull(),
    userId: text().references(() => user.id, { onDelete: 'set null' }),
    kind: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Where an answer goes, empty for nowhere: a relayed message never names its reader. */
    replyTo: text().notNull().default(''),
    /** ISO 8601, UTC; so are all the dates below. */
    createdAt: text().notNull(),
    /** Not tried again before. */
    notBefore: text().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text().notNull().default(''),
    /** Empty while it waits. */
    sentAt: text().notNull().default(''),
    /** Given up for good, after too many attempts. */
    abandonedAt: text().notNull().default(''),
  },
  (table) => [
    index('mail_message_waiting')
      .on(table.notBefore)
      .where(sql`sent_at = '' AND abandoned_at = ''`),
  ],
)
