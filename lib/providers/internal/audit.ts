import { and, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { auditEntry } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { TooMany } from '#lib/errors.ts'

/** Records what was done to a provider, named by its address. */
export function auditProvider(
  tx: Tx,
  context: Context,
  action: string,
  slug: string,
  detail: Record<string, unknown> = {},
): void {
  recordAudit(tx, context, {
    action: `provider.${action}`,
    subjectKind: 'provider',
    subject: slug,
    detail,
  })
}

/** Mails that one provider may have sent in a day: ours must not serve to fill mailboxes. */
const MOST_A_DAY = 50

/** @throws TooMany when a provider has done something that writes to people too often within a day. */
export function assertFewToday(
  tx: Tx,
  context: Context,
  action: 'invite' | 'ask-reference',
  slug: string,
): void {
  const { actor } = context
  const since = new Date(context.now.getTime() - 86_400_000).toISOString()
  const { n } = tx
    .select({ n: sql<number>`count(*)` })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.subjectKind, 'provider'),
        // Of the provider, or of one person for several.
        actor.kind === 'user'
          ? or(eq(auditEntry.subject, slug), eq(auditEntry.actor, actor.id))
          : eq(auditEntry.subject, slug),
        eq(auditEntry.action, `provider.${action}`),
        gt(auditEntry.at, since),
      ),
    )
    .get() ?? { n: 0 }
  if (n < MOST_A_DAY) return
  throw new TooMany(
    `${MOST_A_DAY} demandes sont parties en un jour : les suivantes attendront demain.`,
    `${MOST_A_DAY} requests were sent within a day: the next ones can go tomorrow.`,
  )
}

/** Whether somebody's membership of a provider was ended or changed after a moment (ISO 8601, UTC). */
export function wasChangedSince(tx: Tx, slug: string, userId: string, since: string): boolean {
  const row = tx
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.subjectKind, 'provider'),
        eq(auditEntry.subject, slug),
        inArray(auditEntry.action, ['provider.remove', 'provider.role']),
        gt(auditEntry.at, since),
        sql`json_extract(${auditEntry.detail}, '$.user') = ${userId}`,
      ),
    )
    .get()
  return row !== undefined
}
