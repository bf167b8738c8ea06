import { describe, expect, it } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { publisherEvent } from '#db/schema/publishers.ts'
import type { Context } from '#lib/context.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import { anOrganisation, aSoftware, aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf } from '#lib/testing/traces.ts'
import { askNeed } from './commands/ask-need.ts'
import { closeNeed } from './commands/close-need.ts'
import { joinNeed, leaveNeed } from './commands/join-need.ts'
import { needsOfUser } from './needs-of-user.ts'
import { getNeed, listNeeds, needsAbout, needsOfOrganisation } from './queries.ts'
import { needFilters } from './schema.ts'

const ARLES = '211300041'
const REGION = '231300021'
const BODY = 'Le tirage au sort des jurés se fait encore à la main, chaque année.'

function aTown() {
  const server = makeTestContext()
  someFunctions(server)
  const arles = anOrganisation(server, {
    key: ARLES,
    siren: ARLES,
    name: 'Arles',
    population: 50_000,
  })
  const region = anOrganisation(server, {
    key: REGION,
    siren: REGION,
    kind: 'region',
    name: 'Région',
    population: 5_000_000,
  })
  const as = (id: number): Context => ({ ...server, actor: aUser(server, { memberOf: [id] }) })
  return { server, arles: as(arles), region: as(region), arlesId: arles, regionId: region }
}

const gap = (over: Record<string, unknown> = {}) => ({
  organisation: ARLES,
  function: 'jury-assises',
  title: 'Tirer au sort les jurés d’assises',
  body: BODY,
  ...over,
})

const faultsOf = (run: () => unknown): Array<[string, string]> => {
  try {
    run()
  } catch (error) {
    return (error as { issues: Array<{ path: string[]; message: string }> }).issues.map(
      ({ path, message }) => [String(path[0]), message],
    )
  }
  return []
}

describe('a need', () => {
  it('is asked for by an organisation, which is the first to need it', () => {
    const { server, arles } = aTown()

    const { id } = askNeed(arles, gap({ amount: '12 000 €', note: 'Sur deux ans' }))

    expect(getNeed(server, id)).toMatchObject({
      title: 'Tirer au sort les jurés d’assises',
      subject: { kind: 'gap', slug: 'jury-assises', name: { fr: 'Jurys d’assises' } },
      state: 'open',
      askedBy: { key: ARLES },
      supporters: [{ organisation: { key: ARLES }, amount: 12_000, note: 'Sur deux ans' }],
      reach: { organisations: 1, communes: 1, inhabitants: 50_000, amount: 12_000, amounts: 1 },
    })
    expect(auditOf(server).at(-1)).toMatchObject({ action: 'need.ask', subject: String(id) })
  })

  it('is joined by others; inhabitants are those of communes alone, so that nobody counts twice', () => {
    const { server, arles, region } = aTown()
    const { id } = askNeed(arles, gap())

    expect(joinNeed(region, id, { organisation: REGION, amount: '5000' })).toEqual({
      joined: 'new',
    })

    expect(getNeed(server, id)?.reach).toEqual({
      organisations: 2,
      communes: 1,
      inhabitants: 50_000,
      amount: 5_000,
      amounts: 1,
    })
  })

  it('joined again is one word, changed', () => {
    const { server, arles, region } = aTown()
    const { id } = askNeed(arles, gap())
    joinNeed(region, id, { organisation: REGION, amount: '5000' })

    expect(joinNeed(region, id, { organisation: REGION, amount: '' })).toEqual({
      joined: 'changed',
    })

    expect(getNeed(server, id)?.supporters.map(({ amount }) => amount)).toEqual([null, null])
  })

  it('is left by who joined it, and closed by who asked for it', () => {
    const { server, arles, region } = aTown()
    const { id } = askNeed(arles, gap())
    joinNeed(region, id, { organisation: REGION })

    leaveNeed(region, id, REGION)
    expect(getNeed(server, id)?.reach.organisations).toBe(1)
    expect(() => leaveNeed(arles, id, ARLES)).toThrow(/fermez-le/)

    expect(faultsOf(() => closeNeed(arles, id, { state: 'closed' }))).toEqual([
      ['outcome', 'outcome-missing'],
    ])
    closeNeed(arles, id, { state: 'closed', outcome: 'La loi a changé.' })
    expect(getNeed(server, id)).toMatchObject({ state: 'closed', outcome: 'La loi a changé.' })
    expect(() => joinNeed(region, id, { organisation: REGION })).toThrow(/plus ouvert/)
    expect(listNeeds(server, needFilters.parse({})).total).toBe(0)
    expect(listNeeds(server, needFilters.parse({ state: 'closed' })).total).toBe(1)
  })

  it('met by a software names it', () => {
    const { server, arles } = aTown()
    aSoftware(server)
    const { id } = askNeed(arles, gap())

    closeNeed(arles, id, { state: 'met', software: 'openexemple' })

    expect(getNeed(server, id)?.metBy).toEqual({ slug: 'openexemple', name: 'openExemple' })
  })

  it('is not closed by another organisation', () => {
    const { arles, region } = aTown()
    const { id } = askNeed(arles, gap())

    expect(() => closeNeed(region, id, { state: 'closed', outcome: 'Non' })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it('on a software is a wish: its publisher hears of it, and of who joins', () => {
    const { server, arles, region } = aTown()
    const software = aSoftware(server)
    const { id } = askNeed(arles, gap({ function: '', software: 'openexemple' }))
    joinNeed(region, id, { organisation: REGION })
    joinNeed(region, id, { organisation: REGION, amount: '10' })

    expect(needsAbout(server, { softwareId: software }).map((item) => item.id)).toEqual([id])
    expect(server.db.select({ kind: publisherEvent.kind }).from(publisherEvent).all()).toEqual([
      { kind: 'need-asked' },
      { kind: 'need-joined' },
    ])
  })

  it('follows its software into the entry that it is merged into', () => {
    const { server, arles } = aTown()
    aSoftware(server)
    const into = aSoftware(server, { slug: 'autre', name: 'Autre' })
    const { id } = askNeed(arles, gap({ function: '', software: 'openexemple' }))

    mergeSoftware(
      { ...server, actor: aUser(server, { roles: ['moderator'] }) },
      { fromSlug: 'openexemple', intoSlug: 'autre', why: 'Le même logiciel.' },
    )

    expect(needsAbout(server, { softwareId: into }).map((item) => item.id)).toEqual([id])
  })

  it('is refused with what is wrong at each field', () => {
    const { arles } = aTown()

    expect(
      faultsOf(() =>
        askNeed(arles, { organisation: ARLES, title: 'Court', body: 'x', amount: 'beaucoup' }),
      ),
    ).toEqual([
      ['title', 'title-short'],
      ['body', 'body-short'],
      ['amount', 'amount-wrong'],
    ])
    expect(faultsOf(() => askNeed(arles, gap({ function: '' })))).toEqual([
      ['function', 'subject-missing'],
    ])
    expect(faultsOf(() => askNeed(arles, gap({ function: 'rien' })))).toEqual([
      ['function', 'function-unknown'],
    ])
    expect(faultsOf(() => askNeed(arles, gap({ software: 'rien' })))).toEqual([
      ['software', 'software-unknown'],
    ])
  })

  it('is asked for ten times a day by one organisation, not more', () => {
    const { arles } = aTown()
    for (let times = 0; times < 10; times++) askNeed(arles, gap())

    expect(() => askNeed(arles, gap())).toThrow(expect.objectContaining({ code: 'too-many' }))
  })

  it('is listed most shared first, and in the space of whoever shares it', () => {
    const { server, arles, region, regionId } = aTown()
    const first = askNeed(arles, gap())
    const second = askNeed(arles, gap({ title: 'Convoquer les jurés' }))
    joinNeed(region, first.id, { organisation: REGION })

    const ids = (items: ReadonlyArray<{ id: number }>) => items.map(({ id }) => id)
    expect(ids(listNeeds(server, needFilters.parse({})).items)).toEqual([first.id, second.id])
    expect(ids(needsOfOrganisation(server, regionId))).toEqual([first.id])
  })

  it('names no person: neither rows nor mails of the others', () => {
    const { server, arles } = aTown()
    const { id } = askNeed(arles, gap())

    expect(JSON.stringify(getNeed(server, id))).not.toContain('@')
    expect(server.db.select().from(mailMessage).all()).toEqual([])
    const userId = arles.actor.kind === 'user' ? arles.actor.id : ''
    // Whoever wrote it finds it among their own data, and nobody else does.
    expect(needsOfUser(server, userId)).toMatchObject({
      asked: [{ title: gap().title }],
      joined: [{ organisation: 'Arles' }],
      led: [],
      parts: [],
    })
    expect(needsOfUser(server, 'another').asked).toEqual([])
    expect(getNeed(server, id)).toBeDefined()
  })
})
