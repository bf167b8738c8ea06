import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { webhook, webhookDelivery } from '#db/schema/publishers.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { waitAfter } from '../rules/retries.ts'
import { payloadOf } from './payload.ts'
import { openSecret } from './seal.ts'
import { type Sent, sendDelivery } from './send.ts'
import { settleDelivery } from './settle-delivery.ts'
import { webhookHeaders } from './sign.ts'

/** Deliveries in hand at once: one that hangs holds up its own webhook alone. */
const AT_ONCE = 8
/**
 * Milliseconds for which a delivery in hand is nobody else's: longer than an attempt may take. A service
 * that dies in it leaves the delivery to be tried again.
 */
const CLAIM = 60_000

type Hook = typeof webhook.$inferSelect
export type Delivery = typeof webhookDelivery.$inferSelect

export interface DeliverySettings {
  /** The public address, without a slash at its end. */
  siteUrl: string
  /** Of the service: what secrets are sealed with. */
  secret: string
  /** Hosts of a private network that may be reached, FORGE_HOSTS. */
  listed: readonly string[]
  /** Milliseconds that a receiver has, in tests. */
  timeout?: number
}

/**
 * Delivers all that is due, several at once, each webhook's one after the other. Any number of services
 * may do so on one database: a delivery is claimed before it is sent.
 * @param now the time of each attempt. @returns how many attempts were made.
 */
export async function deliverWebhooks(
  context: Pick<Context, 'db' | 'actor'>,
  settings: DeliverySettings,
  now: () => Date = () => new Date(),
  signal?: AbortSignal,
): Promise<number> {
  assertMay(context.actor, 'webhook.deliver')
  const { db } = context
  const inHand = new Map<number, Promise<void>>()
  let attempts = 0
  const faults: unknown[] = []
  while (!signal?.aborted && faults.length === 0) {
    const claimed = inHand.size < AT_ONCE ? claimNext(db, now(), [...inHand.keys()]) : undefined
    if (claimed) {
      attempts++
      const { hook } = claimed
      const work = attempt(context, settings, claimed, now, signal)
        // Thrown once the others are done: the database is held by a long write, say.
        .catch((fault: unknown) => void faults.push(fault))
        .finally(() => inHand.delete(hook.id))
      inHand.set(hook.id, work)
    } else if (inHand.size > 0) {
      // What comes meanwhile for another webhook does not wait for one that hangs.
      await Promise.race([...inHand.values(), sleep(250)])
    } else break
  }
  await Promise.all(inHand.values())
  if (faults.length > 0) throw faults[0]
  return attempts
}

/** Takes the delivery that has been due longest, for a minute, unless its webhook is in hand. */
function claimNext(
  db: Db,
  now: Date,
  busy: readonly number[],
): { delivery: Delivery; hook: Hook } | undefined {
  const at = now.toISOString()
  const until = new Date(now.getTime() + CLAIM).toISOString()
  // One statement: nobody comes between the look and the claim.
  const [delivery] = db
    .update(webhookDelivery)
    .set({ notBefore: until, attempts: sql`${webhookDelivery.attempts} + 1`, lastAt: at })
    .where(
      sql`${webhookDelivery.id} = (SELECT d.id FROM webhook_delivery d
        WHERE d.state = 'waiting' AND d.not_before <= ${at}
          AND d.webhook_id NOT IN (SELECT value FROM json_each(${JSON.stringify(busy)}))
        ORDER BY d.not_before, d.id LIMIT 1)`,
    )
    .returning()
    .all()
  if (!delivery) return undefined
  const hook = db.select().from(webhook).where(eq(webhook.id, delivery.webhookId)).get()
  return hook && { delivery, hook }
}

async function attempt(
  context: Pick<Context, 'db' | 'actor'>,
  settings: DeliverySettings,
  { delivery, hook }: { delivery: Delivery; hook: Hook },
  now: () => Date,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { db } = context
  const body = hook.active ? payloadOf(db, settings.siteUrl, { delivery, hook }) : undefined
  if (body === undefined) {
    // Turned off meanwhile, or what it told of is forgotten.
    abandon(db, delivery.id)
    return
  }
  const secret = openSecret(settings.secret, hook.publisherId, hook.sealedSecret)
  const { listed, timeout } = settings
  const sent: Sent = secret
    ? await sendDelivery(
        hook.url,
        { headers: webhookHeaders(secret, { id: delivery.uuid, at: now(), body }), body },
        { listed, ...(timeout ? { timeout } : {}), ...(signal ? { signal } : {}) },
      )
    : { status: 0, fault: 'secret-lost', took: 0 }
  if (signal?.aborted && sent.status === 0) {
    release(db, delivery)
    return
  }
  inTransaction(db, (tx) => {
    settleDelivery(tx, { ...context, now: now() }, settings.siteUrl, delivery, sent, (attempts) =>
      waitAfter(attempts, Math.random()),
    )
  })
}

function abandon(db: Db, id: number): void {
  db.update(webhookDelivery).set({ state: 'abandoned' }).where(eq(webhookDelivery.id, id)).run()
}

/** The service stops: the attempt was none, and the next service makes it. */
function release(db: Db, { id, attempts, createdAt }: Delivery): void {
  db.update(webhookDelivery)
    .set({ notBefore: createdAt, attempts: attempts - 1 })
    .where(and(eq(webhookDelivery.id, id), eq(webhookDelivery.state, 'waiting')))
    .run()
}
