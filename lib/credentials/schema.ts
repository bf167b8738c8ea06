import { z } from 'zod'

/** Longest file or text that is read as a credential, in bytes. */
export const LONGEST_CREDENTIAL = 1_048_576

/** Each part of an address that signs is checked against what is on record: here, only that it is text. */
const text = z.string().max(10_000)

const proof = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: z.iso.datetime({ offset: true }),
  verificationMethod: text,
  proofPurpose: z.literal('assertionMethod'),
  proofValue: text,
})
export type Proof = z.infer<typeof proof>

/** What every credential of this site has, besides what it says; the signature covers the whole. */
export const signedCredential = z.looseObject({
  '@context': z.array(z.unknown()),
  id: text,
  type: z.array(text),
  issuer: z.looseObject({ id: text }),
  validFrom: z.iso.datetime({ offset: true }),
  validUntil: z.iso.datetime({ offset: true }).optional(),
  proof,
})
export type SignedCredential = z.infer<typeof signedCredential>

export const CHECKS = ['issuer', 'key', 'signature', 'dates', 'record'] as const
export type Check = (typeof CHECKS)[number]

/** Why what was sent is no credential that can be checked here at all. */
export type Unreadable =
  | 'empty'
  | 'too-long'
  | 'not-json'
  | 'too-complex'
  | 'no-credential-in-svg'
  | 'not-a-credential'
  | 'foreign-contexts'
  | 'elsewhere'
  | 'unknown-address'

/** Why a credential is not valid: of the first check that fails, those after it are not made. */
export type Invalid =
  | 'other-issuer'
  | 'unknown-key'
  | 'altered'
  | 'signed-after-retirement'
  | 'signed-before-key'
  | 'not-yet-valid'
  | 'expired'
  | 'not-on-record'

/** What verifying found. Nothing in it was said by a document whose signature does not hold. */
export type Verification =
  | { verdict: 'unreadable'; why: Unreadable }
  | { verdict: 'invalid'; why: Invalid; passed: Check[]; failed: Check }
  | {
      verdict: 'valid'
      award: {
        organisation: { key: string; name: string }
        edition: number
        scheme: { fr: string; en: string }
        /** Null where the jury gave no rank. */
        level: { fr: string; en: string } | null
      }
      /** The end of its address. */
      uuid: string
      issuer: string
      validFrom: string
      signedAt: string
      kid: string
      /** When the key was retired; empty while it signs. */
      retiredAt: string
    }
