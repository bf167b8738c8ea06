import { describe, expect, it } from 'vitest'
import { aUser } from '#lib/testing/builders.ts'
import { aSigningSite, LAUREATE, SITE } from '#lib/testing/credentials.ts'
import { auditOf } from '#lib/testing/traces.ts'
import { issueCredential, issueWaiting } from './commands/issue-credential.ts'
import { credentialCounts, getAward, getCredential } from './queries.ts'

const documentOf = (site: ReturnType<typeof aSigningSite>, uuid: string) =>
  JSON.parse(getCredential(site.context, uuid)?.document ?? '{}') as Record<string, unknown>

describe('the credential of an award', () => {
  it('says who gave what to whom, on what criteria, and from when', async () => {
    const site = aSigningSite({ award: { mentions: [{ fr: 'Mutualisation', en: 'Pooling' }] } })

    const { uuid } = await issueCredential(site.context, site.signing, site.awardId)

    expect(documentOf(site, uuid)).toMatchObject({
      id: `${SITE}/api/v1/label/credentials/${uuid}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: `${SITE}/api/v1/label/issuer`, type: ['Profile'] },
      validFrom: '2026-01-15T11:00:00.000Z',
      credentialSubject: {
        id: `${SITE}/collectivites/${LAUREATE}`,
        narrative: `Arles, numéro SIREN ${LAUREATE}. Mentions spéciales : Mutualisation.`,
        achievement: {
          name: 'Label Territoire Numérique Libre, millésime 2026, niveau 4',
          criteria: { id: `${SITE}/label/2026/criteres` },
          image: { id: `${SITE}/label/2026/laureats/${LAUREATE}/badge.svg` },
        },
      },
      evidence: [{ id: `${SITE}/label/2026/laureats/${LAUREATE}` }],
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        verificationMethod: `${SITE}/api/v1/label/issuer#${site.kid}`,
      },
    })
  })

  it('names nobody, even where the two people agreed to be named on the page', async () => {
    const site = aSigningSite({ application: { namesPublic: true } })
    const { uuid } = await issueCredential(site.context, site.signing, site.awardId)
    expect(JSON.stringify(documentOf(site, uuid))).not.toMatch(/Camille|Dominique/)
  })

  it('is signed once: asked again, even at the same time, it is the same', async () => {
    const site = aSigningSite()
    const ask = () => issueCredential(site.context, site.signing, site.awardId)

    const answers = [...(await Promise.all([ask(), ask()])), await ask()]

    expect(new Set(answers.map(({ uuid }) => uuid)).size).toBe(1)
    expect(
      auditOf(site.context).filter(({ action }) => action === 'credential.issue'),
    ).toHaveLength(1)
  })

  it('does not exist before the announcement', async () => {
    const site = aSigningSite({ award: { visibleFrom: '2026-01-15T12:00:01.000Z' } })

    await expect(issueCredential(site.context, site.signing, site.awardId)).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(credentialCounts(site.context)).toEqual({ key: true, issued: 0, waiting: 0 })
    expect(getAward(site.context, 2026, LAUREATE)).toBeUndefined()

    const announced = { ...site.context, now: new Date('2026-01-15T12:00:01Z') }
    expect(credentialCounts(announced)).toMatchObject({ waiting: 1 })
    await expect(issueWaiting(announced, site.signing)).resolves.toBe(1)
    expect(credentialCounts(announced)).toEqual({ key: true, issued: 1, waiting: 0 })
  })

  it('is never made for an award that sources document', async () => {
    const site = aSigningSite({ award: { applicationId: null, visibleFrom: '' } })

    await expect(issueCredential(site.context, site.signing, site.awardId)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(issueWaiting(site.context, site.signing)).resolves.toBe(0)
  })

  it('is not for anyone to make', async () => {
    const site = aSigningSite()
    const actor = aUser(site.context, { roles: ['juror', 'moderator'] })
    const issued = issueCredential({ ...site.context, actor }, site.signing, site.awardId)
    await expect(issued).rejects.toMatchObject({ code: 'forbidden' })
  })
})
