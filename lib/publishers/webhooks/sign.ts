import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A new secret, in the form that libraries of Standard Webhooks take. */
export const newWebhookSecret = () => `${PREFIX}${randomBytes(32).toString('base64')}`

/**
 * The headers of a delivery, by Standard Webhooks 1.0: a receiver who has the secret knows that the body
 * is ours, and from when.
 * @param id the same in every attempt. @param at of this attempt.
 */
export function webhookHeaders(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
