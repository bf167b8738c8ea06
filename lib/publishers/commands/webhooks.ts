import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { webhook, webhookDelivery } from '#db/schema/publishers.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, NotFound, TooMany } from '#lib/errors.ts'
import { isListedHost } from '#lib/forge/rules/listed-host.ts'
import { faultOf } from '../internal/fault-of.ts'
import { publisherOfSlug } from '../internal/publisher-of.ts'
import { webhookInput } from '../schema.ts'
import { sealSecret } from '../webhooks/seal.ts'
import { abandonWaiting } from '../webhooks/settle-delivery.ts'
import { newWebhookSecret } from '../webhooks/sign.ts'

/** Webhooks of one publisher: each event is written to each. */
const MOST_WEBHOOKS = 10
/** Deliveries that a person asks for may wait at once. */
const MOST_ASKED = 20

export interface WebhookSettings {
  /** Of the service: what secrets are sealed with. */
  secret: string
  /** Hosts of a private network that may be reached, by http too: FORGE_HOSTS. */
  listed: readonly string[]
}

interface Here {
  tx: Tx
  actor: UserActor
  publisher: { id: number; slug: string }
}

/**
 * Adds a webhook to a publisher.
 * @returns its secret, which is shown this once.
 * @throws z.ZodError whose messages are keys of PublisherFault; SignInNeeded, Forbidden, NotFound, TooMany
 */
export function addWebhook(
  context: Context,
  slug: string,
  input: unknown,
  settings: WebhookSettings,
): { id: number; secret: string } {
  return manage(context, slug, ({ tx, actor, publisher }) => {
    const { url, events } = checked(input, settings)
    const { n } = tx
      .select({ n: sql<number>`count(*)` })
      .from(webhook)
      .where(eq(webhook.publisherId, publisher.id))
      .get() ?? { n: 0 }
    if (n >= MOST_WEBHOOKS) {
      throw new TooMany(
        `Un éditeur a ${MOST_WEBHOOKS} webhooks au plus : retirez d’abord ceux qui ne servent plus.`,
        `A publisher has ${MOST_WEBHOOKS} webhooks at most: delete those that are of no use any more first.`,
      )
    }
    const secret = newWebhookSecret()
    const { id } = tx
      .insert(webhook)
      .values({
        publisherId: publisher.id,
        url,
        sealedSecret: sealSecret(settings.secret, publisher.id, secret),
        events,
        createdAt: context.now.toISOString(),
        createdBy: actor.id,
      })
      .returning({ id: webhook.id })
      .get()
    audit(tx, context, slug, 'webhook.add', { webhook: id, host: new URL(url).host, events })
    return { id, secret }
  })
}

/** Changes where a webhook goes and what it is told of. @throws as addWebhook */
export function changeWebhook(
  context: Context,
  slug: string,
  id: number,
  input: unknown,
  settings: Pick<WebhookSettings, 'listed'>,
): void {
  manage(context, slug, (here) => {
    const hook = hookOf(here, id)
    const { url, events } = checked(input, settings)
    here.tx.update(webhook).set({ url, events }).where(eq(webhook.id, hook.id)).run()
    audit(here.tx, context, slug, 'webhook.change', {
      webhook: id,
      host: new URL(url).host,
      events,
    })
  })
}

/** Pauses a webhook, or turns it on again. What waits when it is paused is given up. @throws as addWebhook */
export function switchWebhook(context: Context, slug: string, id: number, active: boolean): void {
  manage(context, slug, (here) => {
    const hook = hookOf(here, id)
    if (hook.active === active) return
    here.tx
      .update(webhook)
      .set({ active, disabledReason: '', failingSince: '' })
      .where(eq(webhook.id, id))
      .run()
    if (!active) abandonWaiting(here.tx, id)
    audit(here.tx, context, slug, active ? 'webhook.resume' : 'webhook.pause', { webhook: id })
  })
}

/**
 * Gives a webhook another secret; the one before signs nothing from then on.
 * @returns the new secret, which is shown this once. @throws as addWebhook
 */
export function rotateWebhookSecret(
  context: Context,
  slug: string,
  id: number,
  settings: Pick<WebhookSettings, 'secret'>,
): { secret: string } {
  return manage(context, slug, (here) => {
    const hook = hookOf(here, id)
    const secret = newWebhookSecret()
    here.tx
      .update(webhook)
      .set({ sealedSecret: sealSecret(settings.secret, hook.publisherId, secret) })
      .where(eq(webhook.id, id))
      .run()
    audit(here.tx, context, slug, 'webhook.rotate-secret', { webhook: id })
    return { secret }
  })
}

/** Deletes a webhook with its log. @throws as addWebhook */
export function deleteWebhook(context: Context, slug: string, id: number): void {
  manage(context, slug, (here) => {
    hookOf(here, id)
    here.tx.delete(webhook).where(eq(webhook.id, id)).run()
    audit(here.tx, context, slug, 'webhook.delete', { webhook: id })
  })
}

/** Sends a webhook a test, as soon as the service comes to it. @throws as addWebhook; Conflict when it is off */
export function testWebhook(context: Context, slug: string, id: number): void {
  manage(context, slug, (here) => {
    assertOn(hookOf(here, id))
    assertFewAsked(here.tx, id)
    const at = context.now.toISOString()
    here.tx
      .insert(webhookDelivery)
      .values({ webhookId: id, eventId: null, uuid: randomUUID(), createdAt: at, notBefore: at })
      .run()
    audit(here.tx, context, slug, 'webhook.test', { webhook: id })
  })
}

/** Sends a delivery again, under the same id, with all its attempts. @throws as testWebhook */
export function redeliver(context: Context, slug: string, deliveryId: number): void {
  manage(context, slug, (here) => {
    const { tx } = here
    const row = tx.select().from(webhookDelivery).where(eq(webhookDelivery.id, deliveryId)).get()
    const hook = hookOf(here, row?.webhookId ?? 0)
    assertOn(hook)
    if (!row || row.state === 'waiting') return
    assertFewAsked(tx, hook.id)
    tx.update(webhookDelivery)
      .set({ state: 'waiting', attempts: 0, notBefore: context.now.toISOString() })
      .where(eq(webhookDelivery.id, deliveryId))
      .run()
    audit(tx, context, slug, 'webhook.redeliver', { webhook: hook.id, delivery: row.uuid })
  })
}

function manage<T>(
  context: Context,
  slug: string,
  // No promise: a transaction waits for none.
  command: (here: Here) => T extends PromiseLike<unknown> ? never : T,
): T {
  return inTransaction<T>(context.db, (tx) => {
    const publisher = publisherOfSlug(tx, slug)
    const actor = assertUserMay(context.actor, 'publisher.manage-webhooks', {
      publisher: publisher.id,
    })
    return command({ tx, actor, publisher })
  })
}

/** https alone, but to the hosts that the one who runs the service lists. */
function checked(input: unknown, { listed }: Pick<WebhookSettings, 'listed'>) {
  const { url, events } = webhookInput.parse(input)
  const { protocol, hostname, port, href } = new URL(url)
  if (protocol !== 'https:' && !isListedHost(listed, hostname, port || 80)) {
    throw faultOf('url', 'url-not-https')
  }
  return { url: href, events: [...new Set(events)] }
}

function hookOf({ tx, publisher }: Here, id: number): typeof webhook.$inferSelect {
  const row = tx
    .select()
    .from(webhook)
    .where(and(eq(webhook.id, id), eq(webhook.publisherId, publisher.id)))
    .get()
  if (row) return row
  throw new NotFound(
    'Ce webhook n’est plus là : rechargez la page.',
    'This webhook is not there any more: reload the page.',
  )
}

function assertOn({ active }: { active: boolean }): void {
  if (active) return
  throw new Conflict(
    'Ce webhook est désactivé : réactivez-le, puis recommencez.',
    'This webhook is off: turn it on, then try again.',
  )
}

function assertFewAsked(tx: Tx, webhookId: number): void {
  const { n } = tx
    .select({ n: sql<number>`count(*)` })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.webhookId, webhookId), eq(webhookDelivery.state, 'waiting')))
    .get() ?? { n: 0 }
  if (n < MOST_ASKED) return
  throw new TooMany(
    'Beaucoup d’envois attendent déjà ce webhook : attendez qu’ils soient partis.',
    'Many deliveries wait for this webhook already: wait until they are gone.',
  )
}

function audit(
  tx: Tx,
  context: Context,
  slug: string,
  action: string,
  detail: Record<string, unknown>,
): void {
  recordAudit(tx, context, { action, subjectKind: 'publisher', subject: slug, detail })
}
