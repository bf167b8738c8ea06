import { describe, expect, it } from 'vitest'
import { aSigningSite, SITE } from '#lib/testing/credentials.ts'
import { verifiedElsewhere } from '#lib/testing/verify-elsewhere.ts'
import { issueCredential } from './commands/issue-credential.ts'
import { rotateLabelKey } from './commands/keep-keys.ts'
import { issuerDocument } from './issuer.ts'
import { getCredential } from './queries.ts'
import { verifyCredential } from './verify-credential.ts'

type Json = Record<string, unknown>

/** A credential as the site serves it, and what verifies it: a library that is none of ours, and ours. */
async function aCredential() {
  const site = aSigningSite({ award: { mentions: [{ fr: 'Mutualisation', en: 'Pooling' }] } })
  const { uuid } = await issueCredential(site.context, site.signing, site.awardId)
  const document = getCredential(site.context, uuid)?.document ?? ''
  const credential = JSON.parse(document) as Json
  const both = async (changed: object) => {
    const elsewhere = await verifiedElsewhere(
      changed,
      issuerDocument(site.context, SITE),
      site.context.now,
    )
    const sent = JSON.stringify(changed)
    const here = await verifyCredential(site.context, { siteUrl: SITE, sent })
    return { elsewhere: elsewhere.verified, why: elsewhere.why, here: here.verdict }
  }
  return { ...site, credential, both }
}

/** Each place of a document that holds a word, a number or a truth, with the document changed there. */
function* alterations(root: Json, at: readonly string[] = []): Generator<[string, Json]> {
  let value: unknown = root
  for (const name of at) value = (value as Json)[name]
  if (typeof value === 'object' && value !== null) {
    for (const name of Object.keys(value)) yield* alterations(root, [...at, name])
    return
  }
  const copy = structuredClone(root)
  let place: Json = copy
  for (const name of at.slice(0, -1)) place = place[name] as Json
  place[at.at(-1) ?? ''] = typeof value === 'boolean' ? !value : another(String(value))
  yield [at.join('.'), copy]
}

/** Still of the same kind: a date another date, an address another address. */
const another = (text: string) =>
  /^\d{4}-\d\d-\d\dT/.test(text) ? text.replace(/^\d{4}/, '2025') : `${text}x`

describe('a credential, verified by a library that did not sign it', { timeout: 30_000 }, () => {
  it('is valid as it is served', async () => {
    const { credential, both } = await aCredential()
    expect(await both(credential)).toEqual({ elsewhere: true, why: '', here: 'valid' })
  })

  it('is not, whichever of its values is changed', async () => {
    const { credential, both } = await aCredential()
    const wrong: string[] = []
    let count = 0
    for (const [place, changed] of alterations(credential)) {
      const { elsewhere, here } = await both(changed)
      if (elsewhere || here === 'valid') wrong.push(place)
      count++
    }
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(35)
  })

  it('is not, with a value taken away or added', async () => {
    const { credential, both } = await aCredential()
    const { validFrom: _, ...undated } = credential
    for (const changed of [
      undated,
      { ...credential, validUntil: '2040-01-01T00:00:00Z' },
      { ...credential, unheardOf: 'x' },
    ]) {
      const { elsewhere, here } = await both(changed)
      expect([elsewhere, here === 'valid']).toEqual([false, false])
    }
  })

  it('is refused here with a context of someone else, which might give its words another meaning', async () => {
    const { credential, both } = await aCredential()
    const contexts = [...(credential['@context'] as string[]), { '@vocab': 'https://example.org/' }]
    expect((await both({ ...credential, '@context': contexts })).here).toBe('unreadable')
  })

  it('is not, where its proof is of another key', async () => {
    const one = await aCredential()
    const other = await aCredential()
    const forged = { ...one.credential, proof: other.credential.proof }
    expect(await one.both(forged)).toMatchObject({ elsewhere: false, here: 'invalid' })
    // The same, said to be of the key of this site.
    const { verificationMethod } = one.credential.proof as Json
    const claimed = { ...forged, proof: { ...(forged.proof as Json), verificationMethod } }
    expect(await one.both(claimed)).toMatchObject({ elsewhere: false, here: 'invalid' })
  })

  it('is valid still once its key is retired', async () => {
    const { context, signing, credential, both } = await aCredential()
    rotateLabelKey({ ...context, now: new Date(context.now.getTime() + 1_000) }, signing)
    expect(await both(credential)).toEqual({ elsewhere: true, why: '', here: 'valid' })
  })
})
