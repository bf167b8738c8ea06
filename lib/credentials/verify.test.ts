import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { award, labelKey } from '#db/schema/label.ts'
import { aSigningSite, LAUREATE, SITE } from '#lib/testing/credentials.ts'
import { bakedBadge } from './badge-svg.ts'
import { issueCredential } from './commands/issue-credential.ts'
import { rotateLabelKey } from './commands/keep-keys.ts'
import { getCredential } from './queries.ts'
import { verifyAddress, verifyCredential } from './verify-credential.ts'

async function aCredential() {
  const site = aSigningSite()
  const { uuid } = await issueCredential(site.context, site.signing, site.awardId)
  const found = getCredential(site.context, uuid)
  if (!found) throw new Error('not issued')
  const verify = (sent: string | object, context = site.context) =>
    verifyCredential(context, {
      siteUrl: SITE,
      sent: typeof sent === 'string' ? sent : JSON.stringify(sent),
    })
  return { ...site, uuid, ...found, credential: JSON.parse(found.document), verify }
}

describe('verifying a credential', () => {
  it('says whose it is, of which edition, in which scheme, and who signed it when', async () => {
    const { document, kid, uuid, verify } = await aCredential()
    expect(await verify(document)).toEqual({
      verdict: 'valid',
      award: {
        organisation: { key: LAUREATE, name: 'Arles' },
        edition: 2026,
        scheme: { fr: 'un à cinq copylefts', en: 'one to five copylefts' },
        level: { fr: 'niveau 4', en: 'level 4' },
      },
      uuid,
      issuer: `${SITE}/api/v1/label/issuer`,
      validFrom: '2026-01-15T11:00:00.000Z',
      signedAt: '2026-01-15T12:00:00.000Z',
      kid,
      retiredAt: '',
    })
  })

  it('reads it out of a baked badge, too', async () => {
    const site = await aCredential()
    expect(await site.verify(bakedBadge('fr', site.award, site.document))).toMatchObject({
      verdict: 'valid',
    })
  })

  it('tells a retired key from one that signs, and what it signed before from after', async () => {
    const { context, signing, document, kid, verify } = await aCredential()
    const at = new Date(context.now.getTime() + 1_000)
    rotateLabelKey({ ...context, now: at }, signing)
    expect(await verify(document)).toMatchObject({
      verdict: 'valid',
      retiredAt: at.toISOString(),
    })

    context.db
      .update(labelKey)
      .set({ retiredAt: '2026-01-15T11:59:59.000Z' })
      .where(eq(labelKey.kid, kid))
      .run()
    expect(await verify(document)).toMatchObject({ why: 'signed-after-retirement' })
  })

  it('says when the issuer is another, without believing anything else that it says', async () => {
    const { credential, verify } = await aCredential()
    const issuer = { ...credential.issuer, id: 'https://elsewhere.example/issuer' }
    expect(await verify({ ...credential, issuer })).toEqual({
      verdict: 'invalid',
      why: 'other-issuer',
      failed: 'issuer',
      passed: [],
    })
  })

  it('says when the award is not on record any more', async () => {
    const { context, awardId, document, verify } = await aCredential()
    context.db.delete(award).where(eq(award.id, awardId)).run()
    expect(await verify(document)).toMatchObject({
      why: 'not-on-record',
      passed: ['issuer', 'key', 'signature', 'dates'],
    })
  })

  it('says what is not valid yet', async () => {
    const { context, document, verify } = await aCredential()
    const before = { ...context, now: new Date('2026-01-15T10:00:00Z') }
    expect(await verify(document, before)).toMatchObject({ why: 'not-yet-valid' })
  })
})

describe('verifying by an address', () => {
  it.each([
    ['of the credential', (uuid: string) => `${SITE}/api/v1/label/credentials/${uuid}`],
    ['of the page of the award', () => `${SITE}/en/label/2026/laureats/${LAUREATE}`],
    ['that is its number alone', (uuid: string) => uuid],
  ])('takes one %s', async (_what, addressOf) => {
    const { context, uuid } = await aCredential()
    const address = addressOf(uuid)
    expect(await verifyAddress(context, { siteUrl: SITE, address })).toMatchObject({
      verdict: 'valid',
    })
  })

  it.each([
    ['https://elsewhere.example/api/v1/label/credentials/x', 'elsewhere'],
    ['http://169.254.169.254/latest/meta-data', 'elsewhere'],
    ['file:///etc/passwd', 'elsewhere'],
    ['javascript:alert(1)', 'elsewhere'],
    [`${SITE}/label/2026`, 'unknown-address'],
    [`${SITE}/label/2016/laureats/${LAUREATE}`, 'unknown-address'],
    [' ', 'empty'],
  ])('asks nothing of %s', async (address, why) => {
    const { context } = await aCredential()
    expect(await verifyAddress(context, { siteUrl: SITE, address })).toEqual({
      verdict: 'unreadable',
      why,
    })
  })
})

describe('what is no credential', () => {
  const deep = (times: number) => `${'{"a":'.repeat(times)}1${'}'.repeat(times)}`
  it.each([
    ['nothing', '', 'empty'],
    ['a text', 'bonjour', 'not-json'],
    ['a number', '42', 'not-a-credential'],
    ['another document', '{"a":1}', 'not-a-credential'],
    ['two megabytes', `"${'a'.repeat(2_000_000)}"`, 'too-long'],
    ['a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000), 'too-complex'],
    ['something deep', deep(50), 'too-complex'],
    ['something wide', `[${'0,'.repeat(100_000)}0]`, 'too-complex'],
    ['names that JavaScript minds', '{"__proto__":{"verdict":"valid"}}', 'too-complex'],
    ['an SVG without one', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'no-credential-in-svg'],
    [
      'an SVG of entities',
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>',
      'no-credential-in-svg',
    ],
    ['an open element', `<svg>${'<openbadges:credential>'.repeat(20_000)}`, 'no-credential-in-svg'],
  ])('is told as such: %s', async (_what, sent, why) => {
    const { verify } = await aCredential()
    const before = performance.now()
    expect(await verify(sent)).toEqual({ verdict: 'unreadable', why })
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  it('has contexts of its own, in its head or further in', async () => {
    const { credential, verify } = await aCredential()
    const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://elsewhere.example/context']
    expect(await verify({ ...credential, '@context': contexts })).toMatchObject({
      why: 'foreign-contexts',
    })
    const credentialSubject = { ...credential.credentialSubject, '@context': { name: 'x:y' } }
    expect(await verify({ ...credential, credentialSubject })).toMatchObject({ why: 'too-complex' })
  })

  it('does not keep the service busy with blank nodes that are all alike', async () => {
    const { credential, verify } = await aCredential()
    const evidence = Array.from({ length: 90 }, () => ({ type: ['Evidence'] }))
    const before = performance.now()
    expect(await verify({ ...credential, evidence })).toMatchObject({ why: 'altered' })
    expect(performance.now() - before).toBeLessThan(3_000)
  })
})
