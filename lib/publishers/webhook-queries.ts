import { asc, desc, eq } from 'drizzle-orm'
import { publisherEvent, webhook, webhookDelivery } from '#db/schema/publishers.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { publisherOfSlug } from './internal/publisher-of.ts'

const DELIVERIES_SHOWN = 50

/**
 * The webhooks of a publisher, each with its latest deliveries. Never a secret.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function listWebhooks({ db, actor }: Context, slug: string) {
  const row = publisherOfSlug(db, slug)
  assertMay(actor, 'publisher.manage-webhooks', { publisher: row.id })
  const hooks = db
    .select({
      id: webhook.id,
      url: webhook.url,
      events: webhook.events,
      active: webhook.active,
      disabledReason: webhook.disabledReason,
      failingSince: webhook.failingSince,
      createdAt: webhook.createdAt,
    })
    .from(webhook)
    .where(eq(webhook.publisherId, row.id))
    .orderBy(asc(webhook.id))
    .all()
  return {
    publisher: { slug: row.slug, name: row.name },
    webhooks: hooks.map((hook) => ({
      ...hook,
      deliveries: db
        .select({
          id: webhookDelivery.id,
          uuid: webhookDelivery.uuid,
          /** Null for a test. */
          kind: publisherEvent.kind,
          createdAt: webhookDelivery.createdAt,
          state: webhookDelivery.state,
          attempts: webhookDelivery.attempts,
          notBefore: webhookDelivery.notBefore,
          lastStatus: webhookDelivery.lastStatus,
          lastError: webhookDelivery.lastError,
          lastAt: webhookDelivery.lastAt,
          lastTook: webhookDelivery.lastTook,
        })
        .from(webhookDelivery)
        .leftJoin(publisherEvent, eq(publisherEvent.id, webhookDelivery.eventId))
        .where(eq(webhookDelivery.webhookId, hook.id))
        .orderBy(desc(webhookDelivery.id))
        .limit(DELIVERIES_SHOWN)
        .all(),
    })),
  }
}
