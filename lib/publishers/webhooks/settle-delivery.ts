import { and, eq } from 'drizzle-orm'
import { webhook, webhookDelivery } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { publisherReaders } from '../internal/members.ts'
import { LONGEST_FAILURE } from '../rules/retries.ts'
import type { Sent } from './send.ts'
import { webhookOffMail } from './webhook-off-mail.ts'

/** Why the service turned a webhook off; the pages word it. */
export type OffReason = 'gone' | 'failing' | 'secret-lost'

/**
 * Writes down how an attempt ended, in the caller's transaction: delivered, to be tried again, or given
 * up. A receiver that says that it is gone, or that has failed for days, is written to no more, and the
 * publisher's managers are told.
 * @param wait milliseconds before the next attempt, by the attempts made.
 */
export function settleDelivery(
  tx: Tx,
  context: Context,
  siteUrl: string,
  { id, webhookId }: { id: number; webhookId: number },
  { status, fault, took }: Sent,
  wait: (attempts: number) => number | undefined,
): void {
  const delivery = tx.select().from(webhookDelivery).where(eq(webhookDelivery.id, id)).get()
  const hook = tx.select().from(webhook).where(eq(webhook.id, webhookId)).get()
  // Deleted while it was sent.
  if (!delivery || !hook) return
  const at = context.now.toISOString()
  const last = { lastStatus: status, lastError: fault, lastAt: at, lastTook: took }
  const set = (change: Partial<typeof webhookDelivery.$inferInsert>) =>
    tx
      .update(webhookDelivery)
      .set({ ...last, ...change })
      .where(eq(webhookDelivery.id, id))
      .run()
  if (status >= 200 && status < 300) {
    set({ state: 'delivered' })
    tx.update(webhook).set({ failingSince: '' }).where(eq(webhook.id, webhookId)).run()
    return
  }
  const pause = wait(delivery.attempts)
  set(
    pause === undefined
      ? { state: 'abandoned' }
      : { notBefore: new Date(context.now.getTime() + pause).toISOString() },
  )
  const failingSince = hook.failingSince || at
  tx.update(webhook).set({ failingSince }).where(eq(webhook.id, webhookId)).run()
  const reason = offReason(status, fault, context.now.getTime() - Date.parse(failingSince))
  if (reason && hook.active) turnOff(tx, context, siteUrl, hook, reason)
}

function offReason(status: number, fault: Sent['fault'], failing: number): OffReason | undefined {
  if (status === 410) return 'gone'
  if (fault === 'secret-lost') return 'secret-lost'
  return failing >= LONGEST_FAILURE ? 'failing' : undefined
}

function turnOff(
  tx: Tx,
  context: Context,
  siteUrl: string,
  hook: typeof webhook.$inferSelect,
  reason: OffReason,
): void {
  tx.update(webhook)
    .set({ active: false, disabledReason: reason })
    .where(eq(webhook.id, hook.id))
    .run()
  abandonWaiting(tx, hook.id)
  const of = tx.select().from(publisher).where(eq(publisher.id, hook.publisherId)).get()
  if (!of) return
  for (const { userId, email, locale } of publisherReaders(tx, of.id, 'managers')) {
    const space = `${siteUrl}${locale === 'en' ? '/en' : ''}/espace/editeurs/${of.slug}/webhooks`
    queueMail(tx, context, {
      to: email,
      userId,
      kind: 'webhook',
      ...webhookOffMail(locale, { publisher: of.name, url: hook.url, reason, space }),
    })
  }
  recordAudit(tx, context, {
    action: 'webhook.turn-off',
    subjectKind: 'publisher',
    subject: of.slug,
    detail: { webhook: hook.id, reason },
  })
}

/** Gives up what waits for a webhook that is off; its log keeps it, to be sent again. */
export function abandonWaiting(tx: Tx, webhookId: number): void {
  tx.update(webhookDelivery)
    .set({ state: 'abandoned' })
    .where(and(eq(webhookDelivery.webhookId, webhookId), eq(webhookDelivery.state, 'waiting')))
    .run()
}
