import { jwtVerify, SignJWT } from 'jose'
import { keyFor } from './secret.ts'

/** What a link may be for; a token for one is worth nothing for another. */
export type LinkUse = 'reconfirm' | 'confirm-reported'

/**
 * Signs what a link in a mail says (JWS, RFC 7515, HMAC SHA-256), so that it works without signing in
 * and until it expires. It is not secret: whoever has the link can read it.
 */
export function signLink(
  secret: string,
  use: LinkUse,
  says: Record<string, unknown>,
  expires: Date,
): Promise<string> {
  return new SignJWT(says)
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(use)
    .setExpirationTime(expires)
    .sign(keyFor(secret, `link:${use}`))
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
