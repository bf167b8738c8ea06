import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { signLink } from '#lib/accounts/signed-link.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { anAdoption, anOrganisation, aSoftware, aUser } from '#lib/testing/builders.ts'
import { aCommune, eventsOf, wrongFigures } from '#lib/testing/life.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { ageAdoptions } from './commands/age-adoptions.ts'
import { askToConfirm } from './commands/ask-to-confirm.ts'
import { changeAdoption } from './commands/change-adoption.ts'
import { contestAdoption } from './commands/contest-adoption.ts'
import { declareAdoption } from './commands/declare-adoption.ts'
import { readAsked, reconfirmByLink } from './commands/reconfirm-by-link.ts'
import { reportAdoptions } from './commands/report-adoptions.ts'
import { catalogueUse } from './queries.ts'

const LINK = { siteUrl: 'https://mutualibre.example', secret: 's'.repeat(32) }
const DECLARED_AT = '2024-01-15T12:00:00Z'
const DECLARED = { organisation: 'commune', software: 'openexemple', state: 'production' }

let commune: ReturnType<typeof aCommune>
const server = (at: string): Context => commune.as({ kind: 'system', name: 'test' }, at)
const age = (at: string) => ageAdoptions(server(at), LINK)
const visitor = (at: string) => commune.as({ kind: 'visitor' }, at)

interface Mail {
  recipient: string
  kind: string
  subject: string
  body: string
}
const mails = () => (contentsOf(commune.context).mail_message ?? []) as Mail[]
const tokenOf = (mail: Mail | undefined) => /jeton=([\w.-]+)/.exec(mail?.body ?? '')?.[1] ?? ''

beforeEach(() => {
  commune = aCommune()
  declareAdoption(commune.asAgent(DECLARED_AT), DECLARED)
})

describe('as months go by', () => {
  it.each([
    ['2026-01-15T11:59:59Z', 0],
    ['2026-01-15T12:00:00Z', 1],
    ['2026-01-16T12:00:00Z', 1],
  ])('24 months after its word an organisation is asked: at %s, %s mail', async (at, sent) => {
    expect(await age(at)).toEqual({ aged: 0, asked: sent })
    expect(mails()).toHaveLength(sent)
  })

  it.each([
    ['2026-07-15T11:59:59Z', 0, 'confirmed'],
    ['2026-07-15T12:00:00Z', 1, 'to-reconfirm'],
    ['2026-07-16T12:00:00Z', 1, 'to-reconfirm'],
  ])('30 months after, it is counted apart: at %s, %s aged', async (at, aged, trust) => {
    expect(await age(at)).toMatchObject({ aged })
    expect(commune.row()).toMatchObject({ trust, revision: 1 })
    expect(catalogueUse(commune.context).use).toMatchObject({ toReconfirm: aged, total: 1 })
    expect(wrongFigures(commune.context)).toEqual([])
  })

  it('it is written once, however often the task runs', async () => {
    await age('2026-07-15T12:00:00Z')
    const before = contentsOf(commune.context)

    expect(await age('2026-07-15T12:00:00Z')).toEqual({ aged: 0, asked: 0 })
    expect(contentsOf(commune.context)).toEqual(before)
    expect(eventsOf(commune.context)).toEqual(['declared', 'aged'])
  })

  it('six months pass between two mails', async () => {
    await age('2026-01-15T12:00:00Z')
    expect(await age('2026-07-15T11:59:59Z')).toMatchObject({ asked: 0 })
    expect(await age('2026-07-15T12:00:00Z')).toMatchObject({ asked: 1 })
    expect(mails()).toHaveLength(2)
  })

  it('each member has one mail with every line, in their language', async () => {
    const { context, organisationId } = commune
    const colleague = aUser(context, { memberOf: [organisationId] })
    context.db.$client
      .prepare('INSERT INTO user_setting (user_id, locale) VALUES (?, ?)')
      .run(colleague.id, 'en')
    aSoftware(context, { slug: 'autre', name: 'Autre' })
    declareAdoption(commune.asAgent(DECLARED_AT), { ...DECLARED, software: 'autre' })

    expect(await age('2026-01-15T12:00:00Z')).toEqual({ aged: 0, asked: 1 })

    expect(mails()).toHaveLength(2)
    expect(mails()[0]?.body).toContain('- Autre (en production)\n- openExemple (en production)')
    expect(mails()[1]).toMatchObject({ recipient: colleague.email, kind: 'reconfirm' })
    expect(mails()[1]?.body).toContain('https://mutualibre.example/en/reconfirmer?jeton=')
  })

  it('nobody is asked about what has stopped, or was never their own word', async () => {
    const { context, asAgent } = commune
    changeAdoption(asAgent('2024-01-15T12:00:01Z'), {
      adoption: '1',
      revision: '1',
      state: 'stopped',
    })
    const other = anOrganisation(context)
    aUser(context, { memberOf: [other] })
    reportAdoptions(context, [anAdoption(commune.softwareId, other, { trust: 'confirmed' })])

    expect(await age('2030-01-01T00:00:00Z')).toEqual({ aged: 0, asked: 0 })
  })

  it('many old words are gone through in small steps, each to its end', async () => {
    const { context, softwareId } = commune
    const ids = Array.from({ length: 60 }, () => anOrganisation(context))
    reportAdoptions(
      context,
      ids.map((id) => anAdoption(softwareId, id)),
    )
    context.db.$client
      .prepare("UPDATE adoption SET trust = 'confirmed', confirmed_at = '2020-01-01T00:00:00.000Z'")
      .run()
    context.db.$client.prepare('DELETE FROM adoption_tally').run()
    const { rebuildFigures } = await import('./commands/figures.ts')
    rebuildFigures(context)

    expect(await age('2026-07-15T12:00:00Z')).toMatchObject({ aged: 61 })
    expect(wrongFigures(context)).toEqual([])
  })

  it('is the server’s work alone', async () => {
    await expect(ageAdoptions(commune.asAgent(), LINK)).rejects.toThrow(Forbidden)
  })
})

describe('the link in the mail', () => {
  const ASKED_AT = '2026-01-15T12:00:00Z'
  const open = async (at = ASKED_AT) => {
    await age(ASKED_AT)
    const token = tokenOf(mails()[0])
    const use = (when = at) => reconfirmByLink(visitor(when), { secret: LINK.secret, token })
    const read = (when = at) => readAsked(visitor(when), { secret: LINK.secret, token })
    return { token, use, read }
  }

  it('shows what it asks, and changes nothing when it is opened', async () => {
    const { read } = await open()
    const before = contentsOf(commune.context)

    expect(await read()).toEqual({
      use: 'reconfirm',
      organisation: { key: 'commune', name: 'Arles' },
      lines: [{ software: 'openExemple', state: 'production', standing: 'waiting' }],
    })
    expect(contentsOf(commune.context)).toEqual(before)
  })

  it('confirms without signing in, and leaves a trace without a name', async () => {
    const { use, read } = await open('2026-02-01T09:00:00Z')

    expect(await use()).toEqual({ confirmed: 1, already: 0, changed: 0 })

    expect(commune.row()).toMatchObject({
      trust: 'confirmed',
      confirmed_at: '2026-02-01T09:00:00.000Z',
      revision: 2,
    })
    expect(auditOf(commune.context).at(-1)).toMatchObject({
      actor: '',
      action: 'adoption.reconfirm',
    })
    expect(eventsOf(commune.context)).toEqual(['declared', 'reconfirmed'])
    expect(await read()).toMatchObject({ lines: [{ standing: 'done' }] })
    expect(wrongFigures(commune.context)).toEqual([])
  })

  it('used again says that it is done, and changes nothing', async () => {
    const { use } = await open()
    await use()
    const before = contentsOf(commune.context)

    expect(await use()).toEqual({ confirmed: 0, already: 1, changed: 0 })
    expect(contentsOf(commune.context)).toEqual(before)
  })

  it('still confirms what has aged since it was sent', async () => {
    const { use } = await open('2026-03-01T12:00:00Z')
    commune.context.db.$client
      .prepare("UPDATE adoption SET confirmed_at = '2023-08-01T00:00:00.000Z'")
      .run()
    await age('2026-02-02T12:00:00Z')
    expect(commune.row()).toMatchObject({ trust: 'to-reconfirm' })

    expect(await use()).toMatchObject({ confirmed: 1 })
    expect(commune.row()).toMatchObject({ trust: 'confirmed' })
  })

  it('leaves what was changed or contested since as it is', async () => {
    const { use } = await open('2026-02-01T09:00:00Z')
    contestAdoption(commune.asAgent('2026-01-20T12:00:00Z'), { adoption: '1', reason: 'Faux.' })

    expect(await use()).toEqual({ confirmed: 0, already: 0, changed: 1 })
    expect(commune.row()).toMatchObject({ trust: 'contested' })
  })

  it('works for 60 days', async () => {
    const { use, read } = await open()

    expect(await read('2026-03-16T11:59:58Z')).toMatchObject({ use: 'reconfirm' })
    expect(await read('2026-03-16T12:00:01Z')).toBe('expired')
    await expect(use('2026-03-16T12:00:01Z')).rejects.toThrow(/60 jours/)
  })

  it.each([
    ['nothing', () => ''],
    ['another secret', () => signLink('x'.repeat(32), 'reconfirm', SAYS, FAR)],
    ['something else', () => signLink(LINK.secret, 'other' as 'reconfirm', SAYS, FAR)],
    ['no organisation', () => signLink(LINK.secret, 'reconfirm', { adoptions: '1.1' }, FAR)],
    ['a cut link', (token: string) => token.slice(0, -4)],
    ['another content', (token: string) => token.replace(/\.[^.]+\./, `.${FORGED}.`)],
    ['no signature', () => `${HEADER_NONE}.${FORGED}.`],
  ])('made of %s is refused', async (_, make: (token: string) => string) => {
    const { token } = await open()
    const before = contentsOf(commune.context)
    const forged = { secret: LINK.secret, token: make(token) }

    expect(await readAsked(visitor(ASKED_AT), forged)).toBe('forged')
    await expect(reconfirmByLink(visitor(ASKED_AT), forged)).rejects.toThrow(Forbidden)
    expect(contentsOf(commune.context)).toEqual(before)
  })

  const SAYS = { organisation: 1, adoptions: '1.1', asked: ASKED_AT }
  const FAR = new Date('2027-01-01')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const FORGED = part({ ...SAYS, aud: 'reconfirm', exp: 4_000_000_000 })
  const HEADER_NONE = part({ alg: 'none' })

  it('speaks for its own organisation alone', async () => {
    const token = signLink(LINK.secret, 'reconfirm', { ...SAYS, organisation: 999 }, FAR)

    expect(await reconfirmByLink(visitor(ASKED_AT), { secret: LINK.secret, token })).toEqual({
      confirmed: 0,
      already: 0,
      changed: 0,
    })
  })
})

describe('asking to confirm what was reported', () => {
  it('writes one mail a member, with all the lines of their organisation', async () => {
    const { context, organisationId, as } = commune
    const other = aSoftware(context, { slug: 'autre', name: 'Autre' })
    const third = aSoftware(context, { slug: 'tiers', name: 'Tiers' })
    const alone = anOrganisation(context)
    reportAdoptions(context, [
      anAdoption(other, organisationId),
      anAdoption(third, organisationId),
      anAdoption(other, alone),
    ])

    const asked = inTransaction(context.db, (tx) =>
      askToConfirm(tx, context, [organisationId, alone], LINK),
    )

    expect(asked).toBe(1)
    expect(mails()).toMatchObject([{ kind: 'confirm-reported' }])
    expect(mails()[0]?.body).toContain('- Autre (en production)\n- Tiers (en production)')
    const link = { secret: LINK.secret, token: tokenOf(mails()[0]) }
    expect(await reconfirmByLink(as({ kind: 'visitor' }), link)).toMatchObject({ confirmed: 2 })
    expect(eventsOf(context)).toEqual(['declared', 'confirmed', 'confirmed'])
  })

  it('names fifty lines, then counts', () => {
    const { context, organisationId } = commune
    const software = Array.from({ length: 53 }, (_, n) =>
      aSoftware(context, { slug: `logiciel-${n}`, name: `Logiciel ${n}` }),
    )
    reportAdoptions(
      context,
      software.map((id) => anAdoption(id, organisationId)),
    )

    inTransaction(context.db, (tx) => askToConfirm(tx, context, [organisationId], LINK))

    expect(mails()[0]?.body.match(/^- Logiciel/gm)).toHaveLength(50)
    expect(mails()[0]?.body).toContain('- et 3 autres')
  })
})
