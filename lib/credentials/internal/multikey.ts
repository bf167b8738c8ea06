import { createPublicKey, type KeyObject } from 'node:crypto'
import { base58 } from '@scure/base'

/** What stands before the 32 bytes of an Ed25519 public key (multicodec 0xed), and ends up as `z6Mk`. */
const ED25519_PUBLIC = Uint8Array.of(0xed, 0x01)
const LENGTH = 34

/** Base58 of Bitcoin with the multibase prefix that says so. */
export const toMultibase = (bytes: Uint8Array) => `z${base58.encode(bytes)}`

/** @throws when it is not in this base. */
export function fromMultibase(text: string): Uint8Array {
  if (!text.startsWith('z')) throw new Error('not base58btc')
  return base58.decode(text.slice(1))
}

/** The public half of a key as a Multikey. @param key either half. */
export function publicMultikey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('not an Ed25519 key')
  return toMultibase(Buffer.concat([ED25519_PUBLIC, Buffer.from(x, 'base64url')]))
}

/** @throws when it is not an Ed25519 Multikey. */
export function keyOfMultikey(text: string): KeyObject {
  const bytes = fromMultibase(text)
  if (bytes.length !== LENGTH || bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1]) {
    throw new Error('not an Ed25519 Multikey')
  }
  const x = Buffer.from(bytes.subarray(2)).toString('base64url')
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } })
}
