import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/**
 * Seals the secret of a webhook for the database (AES-256-GCM), so that a copy of the database alone signs
 * nothing. It opens for its own publisher only.
 */
export function sealSecret(serviceSecret: string, publisherId: number, secret: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(serviceSecret), nonce)
  cipher.setAAD(Buffer.from(String(publisherId)))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @returns undefined when it was sealed with another secret of the service, or tampered with. */
export function openSecret(
  serviceSecret: string,
  publisherId: number,
  sealed: string,
): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      sealingKey(serviceSecret),
      bytes.subarray(0, NONCE),
    )
    decipher.setAAD(Buffer.from(String(publisherId)))
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString(
      'utf8',
    )
  } catch {
    return undefined
  }
}

/** A key for this use alone, which tells nothing of the secret of the service. */
const sealingKey = (serviceSecret: string) =>
  Buffer.from(hkdfSync('sha256', serviceSecret, '', 'mutualibre webhook secrets', 32))
