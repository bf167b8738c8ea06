import { and, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { contactRequest, publisherEvent, webhookDelivery } from '#db/schema/publishers.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { publisherOfSlug } from '../internal/publisher-of.ts'

const settleInput = z.object({
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  state: z.enum(['new', 'answered', 'closed']),
})

/** Marks a request for contact answered, closed, or open again. @throws NotFound, SignInNeeded, Forbidden */
export function settleContact(context: Context, slug: string, input: unknown): void {
  const { id, state } = settleInput.parse(input)
  inTransaction(context.db, (tx) => {
    const publisher = publisherOfSlug(tx, slug)
    const actor = assertUserMay(context.actor, 'publisher.answer', { publisher: publisher.id })
    const { changes } = tx
      .update(contactRequest)
      .set(
        state === 'new'
          ? { state, settledAt: '', settledBy: null }
          : { state, settledAt: context.now.toISOString(), settledBy: actor.id },
      )
      .where(and(eq(contactRequest.id, id), eq(contactRequest.publisherId, publisher.id)))
      .run()
    if (changes === 0) {
      throw new NotFound(
        'Cette demande n’est plus là : son expéditeur a supprimé son compte, ou elle a plus d’un an.',
        'This request is not there any more: its sender deleted their account, or it is older than a year.',
      )
    }
    recordAudit(tx, context, {
      action: 'publisher.settle-contact',
      subjectKind: 'publisher',
      subject: slug,
      detail: { request: id, state },
    })
  })
}

const DAY = 86_400_000

/**
 * Forgets what has had its time: events and requests for contact after 400 days, the log of deliveries
 * after 30. A delivery that still waits stays.
 */
export function forgetPublisherTraces(db: Db, now: Date): void {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  db.delete(publisherEvent)
    .where(lt(publisherEvent.at, before(400)))
    .run()
  db.delete(contactRequest)
    .where(lt(contactRequest.createdAt, before(400)))
    .run()
  db.delete(webhookDelivery)
    .where(
      and(
        lt(webhookDelivery.createdAt, before(30)),
        lt(webhookDelivery.lastAt, before(30)),
        eq(webhookDelivery.state, 'delivered'),
      ),
    )
    .run()
  db.delete(webhookDelivery)
    .where(and(lt(webhookDelivery.createdAt, before(30)), eq(webhookDelivery.state, 'abandoned')))
    .run()
}
