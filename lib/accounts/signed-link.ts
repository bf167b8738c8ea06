import { createHmac } from 'node:crypto'
import { jwtVerify } from 'jose'
import { keyFor } from './secret.ts'

/** What a link may be for; a token for one is worth nothing for another. */
export type LinkUse = AskUse | 'validate-application' | 'provider-invitation'
/** What an organisation is asked of its uses. */
export type AskUse = 'reconfirm' | 'confirm-reported'

/**
 * Signs what a link in a mail says (JWS, RFC 7515, HMAC SHA-256), so that it works without signing in
 * and until it expires. It is not secret: whoever has the link can read it. It waits for nothing, so that
 * a mail can be written in the transaction of what it tells.
 */
export function signLink(
  secret: string,
  use: LinkUse,
  says: Record<string, unknown>,
  expires: Date,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256' })}.${part({
    ...says,
    aud: use,
    exp: Math.floor(expires.getTime() / 1_000),
  })}`
  const key = keyFor(secret, `link:${use}`)
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

/** @returns what the link says; undefined when it is forged or for another use, `expired` when it was true once. */
export async function readLink(
  secret: string,
  use: LinkUse,
  token: string,
  now: Date,
): Promise<Record<string, unknown> | 'expired' | undefined> {
  try {
    const { payload } = await jwtVerify(token, keyFor(secret, `link:${use}`), {
      audience: use,
      algorithms: ['HS256'],
      currentDate: now,
    })
    return payload
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'expired' : undefined
  }
}
