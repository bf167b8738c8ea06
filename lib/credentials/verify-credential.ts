import type { Context } from '#lib/context.ts'
import { credentialAddress, issuerAddress } from './addresses.ts'
import { keyOfMultikey } from './internal/multikey.ts'
import { proofHolds } from './internal/proof.ts'
import { readSent } from './internal/read-sent.ts'
import { getAward, getCredential, type LabelKey, listLabelKeys } from './queries.ts'
import {
  CHECKS,
  type Check,
  type Invalid,
  type SignedCredential,
  type Verification,
} from './schema.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const AWARD_PAGE = /^(?:\/en)?\/label\/(\d{4})\/laureats\/([\w-]+)/

/**
 * Verifies a credential that someone gives, as JSON or as a baked badge: that this site issued it, with a
 * key of its own that signed at the time, that nothing in it was changed, and that the award stands.
 */
export async function verifyCredential(
  context: Pick<Context, 'db' | 'now'>,
  { siteUrl, sent }: { siteUrl: string; sent: string },
): Promise<Verification> {
  const read = readSent(sent)
  if ('why' in read) return { verdict: 'unreadable', why: read.why }
  const { credential } = read
  const { issuer, proof } = credential
  const home = issuerAddress(siteUrl)
  if (issuer.id !== home) return invalid('issuer', 'other-issuer')
  const key = listLabelKeys(context).find(
    ({ kid }) => proof.verificationMethod === `${home}#${kid}`,
  )
  if (!key) return invalid('key', 'unknown-key')
  if (!(await proofHolds(credential, keyOfMultikey(key.publicKeyMultibase)))) {
    return invalid('signature', 'altered')
  }
  const wrongDate = faultOfDates(context.now, credential, key)
  if (wrongDate) return invalid('dates', wrongDate)
  const prefix = credentialAddress(siteUrl, '')
  const uuid = credential.id.startsWith(prefix) ? credential.id.slice(prefix.length) : ''
  const record = getCredential(context, uuid)
  if (!record) return invalid('record', 'not-on-record')
  const { organisation, edition, scheme, words } = record.award
  return {
    verdict: 'valid',
    award: {
      organisation: { key: organisation.key, name: organisation.name },
      edition,
      scheme: scheme.name,
      level: words,
    },
    uuid,
    issuer: issuer.id,
    validFrom: credential.validFrom,
    signedAt: proof.created,
    kid: key.kid,
    retiredAt: key.retiredAt,
  }
}

/**
 * The same by the address of a credential or of an award of this site. No other site is ever asked: what
 * stands there is to be copied here.
 */
export async function verifyAddress(
  context: Pick<Context, 'db' | 'now'>,
  { siteUrl, address }: { siteUrl: string; address: string },
): Promise<Verification> {
  const typed = address.trim()
  if (typed === '') return { verdict: 'unreadable', why: 'empty' }
  const uuid = UUID.test(typed) ? typed : uuidOfAddress(context, siteUrl, typed)
  if (uuid === undefined) return { verdict: 'unreadable', why: 'elsewhere' }
  const record = getCredential(context, uuid)
  if (!record) return { verdict: 'unreadable', why: 'unknown-address' }
  return await verifyCredential(context, { siteUrl, sent: record.document })
}

/** Empty where the address is of this site but of no credential; undefined where it is not of this site. */
function uuidOfAddress(
  context: Pick<Context, 'db' | 'now'>,
  siteUrl: string,
  typed: string,
): string | undefined {
  if (!URL.canParse(typed, siteUrl)) return undefined
  const { origin, pathname } = new URL(typed, siteUrl)
  if (origin !== new URL(siteUrl).origin) return undefined
  const [, year, key] = AWARD_PAGE.exec(pathname) ?? []
  if (year && key) return getAward(context, Number(year), key)?.credential?.uuid ?? ''
  return pathname.split('/').at(-1) ?? ''
}

function faultOfDates(now: Date, credential: SignedCredential, key: LabelKey): Invalid | null {
  const { validFrom, validUntil, proof } = credential
  const signed = Date.parse(proof.created)
  if (signed < Date.parse(key.createdAt)) return 'signed-before-key'
  if (key.retiredAt !== '' && signed > Date.parse(key.retiredAt)) return 'signed-after-retirement'
  if (Date.parse(validFrom) > now.getTime()) return 'not-yet-valid'
  return validUntil !== undefined && Date.parse(validUntil) < now.getTime() ? 'expired' : null
}

function invalid(failed: Check, why: Invalid): Verification {
  return { verdict: 'invalid', why, failed, passed: CHECKS.slice(0, CHECKS.indexOf(failed)) }
}
