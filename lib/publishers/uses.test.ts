import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { mailMessage } from '#db/schema/mail.ts'
import { publisherEvent } from '#db/schema/publishers.ts'
import { confirmAdoptions } from '#lib/adoptions/commands/confirm-adoptions.ts'
import { declareAdoption } from '#lib/adoptions/commands/declare-adoption.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import { listUsers } from '#lib/adoptions/queries.ts'
import { userFilters } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden } from '#lib/errors.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import { anAdoption, anOrganisation, aSoftware, aUser } from '#lib/testing/builders.ts'
import { wrongFigures } from '#lib/testing/life.ts'
import { aPublishingHouse, SLUG, settingsFor } from '#lib/testing/publishers.ts'
import { contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { publisherFigures } from './adopters.ts'
import { atomFeed } from './atom.ts'
import { editPublisher } from './commands/edit-publisher.ts'
import { reportUseOf } from './commands/report-use.ts'
import { loadPublishers } from './commands.ts'
import { listPublisherEvents } from './events.ts'
import { getPublisherBySlug } from './queries.ts'

const SAID = {
  software: 'openexemple',
  organisation: 'Arles',
  departement: '',
  state: 'production',
  since: '2019',
  source: 'https://example.org/users',
}

function aWord() {
  const house = aPublishingHouse()
  const { context, as, member } = house
  const say = (change: Record<string, string> = {}, from: Context = as(member)) =>
    reportUseOf(from, SLUG, { ...SAID, ...change }, settingsFor())
  const rows = () =>
    listUsers(context, house.softwareId, userFilters.parse({ etat: 'toutes' })).items
  const events = () => context.db.select().from(publisherEvent).all()
  return { ...house, say, rows, events }
}

describe('a publisher’s word on who uses its software', () => {
  it('is reported, with its page, and its organisation is asked', () => {
    const { context, say, rows, agent } = aWord()

    expect(say()).toEqual({
      organisation: { key: 'commune', name: 'Arles' },
      outcome: 'created',
    })

    expect(rows()).toMatchObject([
      {
        organisation: { name: 'Arles' },
        trust: 'reported',
        since: '2019',
        source: { title: 'Éditeur Exemple', url: 'https://example.org/users', date: '2026-01-15' },
      },
    ])
    expect(context.db.select().from(mailMessage).all()).toMatchObject([
      { recipient: agent.email, kind: 'confirm-reported' },
    ])
    expect(wrongFigures(context)).toEqual([])
  })

  it('is brought up to date by its own later word, and the same word twice is one', () => {
    const { say, rows } = aWord()
    say()
    expect(say().outcome).toBe('unchanged')
    expect(say({ since: '2018', state: 'stopped' }).outcome).toBe('changed')
    expect(rows()).toMatchObject([{ since: '2018', state: 'stopped', trust: 'reported' }])
  })

  it('never touches what the organisation says, or a document', () => {
    const { context, say, as, agent, softwareId, rows } = aWord()
    declareAdoption(as(agent), {
      organisation: 'commune',
      software: 'openexemple',
      state: 'pilot',
    })
    const other = anOrganisation(context, { key: 'autre', name: 'Istres' })
    reportAdoptions(context, [anAdoption(softwareId, other)])
    const before = rows()

    expect(() => say()).toThrow(Conflict)
    expect(() => say({ organisation: 'Istres' })).toThrow(Conflict)
    expect(rows()).toEqual(before)
  })

  it.each([
    ['organisation', { organisation: '' }, 'organisation-missing'],
    ['organisation', { organisation: 'Nulle part' }, 'organisation-unknown'],
    ['organisation', { organisation: 'Saint-Denis' }, 'organisation-several'],
    ['software', { software: 'autre' }, 'software-unknown'],
    ['since', { since: '2099' }, 'since-wrong'],
    ['source', { source: '' }, 'source-missing'],
    ['source', { source: 'javascript:alert(1)' }, 'source-wrong'],
  ])('is told what is wrong with %s (%j)', (field, change, fault) => {
    const { context, say } = aWord()
    anOrganisation(context, { name: 'Saint-Denis', departement: '13' })
    anOrganisation(context, { name: 'Saint-Denis', departement: '84' })
    const before = contentsOf(context)
    try {
      say(change)
      expect.unreachable()
    } catch (error) {
      expect((error as z.ZodError).issues).toMatchObject([{ path: [field], message: fault }])
    }
    expect(contentsOf(context)).toEqual(before)
  })

  it('is given by those who speak for it', () => {
    const { say, as, agent } = aWord()
    expect(() => say({}, as(agent))).toThrow(Forbidden)
  })
})

describe('what happens to a software', () => {
  it('is told once for each use said, confirmed or ended, with the organisation and no person', () => {
    const { context, say, as, agent, communeId, events, publisherId } = aWord()
    say()
    const { id, revision } = context.db.$client
      .prepare('SELECT id, revision FROM adoption')
      .get() as { id: number; revision: number }
    confirmAdoptions(as(agent), { organisationId: communeId, adoptions: `${id}.${revision}` })

    const arles = { organisation: { key: 'commune', name: 'Arles' }, state: 'production' }
    expect(events().map(({ kind, detail }) => [kind, detail])).toEqual([
      ['adoption-reported', { ...arles, trust: 'reported' }],
      ['adoption-confirmed', { ...arles, trust: 'confirmed' }],
    ])
    expect(listPublisherEvents(context, publisherId, 1)).toMatchObject([
      { kind: 'adoption-confirmed', software: { slug: 'openexemple' } },
    ])
    expect(JSON.stringify(events())).not.toMatch(/@|user-/)
  })

  it('says no more than the row does: a stop is no use, whoever reports it', () => {
    const { say, events } = aWord()
    say({ state: 'stopped' })

    expect(events().map(({ kind, detail }) => [kind, detail.trust])).toEqual([
      ['adoption-ended', 'reported'],
    ])
  })

  it('is told once a software for a load, however many lines it has', () => {
    const { context, softwareId, events } = aWord()
    const other = aSoftware(context, { slug: 'autre', name: 'Autre' })
    const users = Array.from({ length: 30 }, () => anOrganisation(context))
    const lines = users.flatMap((user) => [anAdoption(softwareId, user), anAdoption(other, user)])

    reportAdoptions(context, lines)
    reportAdoptions(context, lines)

    expect(events().map(({ kind, softwareId, detail }) => [kind, softwareId, detail])).toEqual([
      ['adoption-reported', softwareId, { count: 30 }],
      ['adoption-reported', other, { count: 30 }],
    ])
  })

  it('stays with its publisher when two entries become one', () => {
    const { context, as, softwareId, happen, events } = aWord()
    happen('1.0')
    aSoftware(context, { slug: 'autre', name: 'Autre' })
    const moderator = aUser(context, { roles: ['moderator'] })

    mergeSoftware(as(moderator), {
      fromSlug: 'openexemple',
      intoSlug: 'autre',
      why: 'Un seul et même logiciel.',
    })

    expect(events()).toHaveLength(1)
    expect(events()[0]?.softwareId).not.toBe(softwareId)
    expect(events()[0]?.softwareId).not.toBeNull()
  })
})

describe('the figures of a publisher', () => {
  it('add its users up by year, by whose word, and say which year is unknown', () => {
    const { context, softwareId, publisherId } = aWord()
    const other = aSoftware(context, { slug: 'autre', name: 'Autre' })
    const uses = ['2018', '2020-05', '2020', ''].map((since, at) =>
      anAdoption(at === 2 ? other : softwareId, anOrganisation(context), {
        since,
        trust: at === 1 ? 'confirmed' : 'reported',
      }),
    )
    reportAdoptions(context, uses)

    const { years, use, software } = publisherFigures(context, publisherId)

    expect(software).toBe(2)
    expect(use).toEqual({ confirmed: 1, reported: 3, toReconfirm: 0, total: 4 })
    expect(years).toMatchObject([
      { year: '2018', use: { total: 1 }, soFar: { reported: 1, confirmed: 0, total: 1 } },
      {
        year: '2020',
        use: { total: 2 },
        soFar: { reported: 2, confirmed: 1, total: 3 },
        software: [
          { slug: 'autre', total: 1 },
          { slug: 'openexemple', total: 1 },
        ],
      },
      { year: '', use: { total: 1 }, soFar: { total: 1 } },
    ])
    // Each figure leads to as many rows.
    for (const { year, software: parts } of years) {
      for (const { slug, total } of parts) {
        const id = slug === 'autre' ? other : softwareId
        const filters = userFilters.parse({ annee: year || 'inconnue' })
        expect(listUsers(context, id, filters).total).toBe(total)
      }
    }
  })
})

describe('the texts of a publisher', () => {
  const TEXTS = { website: 'https://example.org/', summaryFr: 'À nous', summaryEn: 'Ours' }

  it('are its own once it wrote them: the reference data does not undo them', () => {
    const { context, as, member, softwareId } = aWord()
    emptyOutbox(context)

    editPublisher(as(member), SLUG, TEXTS)
    expect(outboxOf(context)).toEqual([{ kind: 'software', subjectId: softwareId }])
    loadPublishers(context, [
      {
        slug: SLUG,
        name: 'Nouveau nom',
        kind: 'company',
        website: 'https://reference.example.org/',
        summary: { fr: 'De référence', en: 'Reference' },
        source: { title: 'Document', url: 'https://source.example.org/', date: '2024' },
      },
    ])

    expect(getPublisherBySlug(context, SLUG)).toMatchObject({
      name: 'Nouveau nom',
      website: TEXTS.website,
      summary: { fr: 'À nous', en: 'Ours' },
    })
  })

  it('stay those of the reference data where nobody wrote them', () => {
    const { context, as, member } = aWord()
    const { summary, website } = getPublisherBySlug(context, SLUG) ?? {
      summary: { fr: '', en: '' },
    }
    editPublisher(as(member), SLUG, {
      website: website ?? '',
      summaryFr: 'À nous',
      summaryEn: summary.en,
    })
    loadPublishers(context, [
      {
        slug: SLUG,
        name: 'Éditeur Exemple',
        kind: 'community',
        website: 'https://reference.example.org/',
        summary: { fr: 'De référence', en: 'Reference' },
        source: { title: 'Document', url: 'https://source.example.org/', date: '2024' },
      },
    ])
    expect(getPublisherBySlug(context, SLUG)).toMatchObject({
      website: 'https://reference.example.org/',
      summary: { fr: 'À nous', en: 'Reference' },
    })
  })

  it('are no way to a script', () => {
    const { as, member } = aWord()
    expect(() =>
      editPublisher(as(member), SLUG, { ...TEXTS, website: 'javascript:alert(1)' }),
    ).toThrow(expect.objectContaining({ name: 'ZodError' }))
  })
})

describe('a feed', () => {
  const FEED = {
    slug: SLUG,
    locale: 'fr',
    title: 'Éditeur <Exemple> & “Cie”',
    subtitle: 'Ce qui s’est passé',
    author: 'Éditeur\u0000\u001b Exemple \ud800',
    self: 'https://mutualibre.example/editeurs/editeur-exemple/actualites.atom?a=1&b=2',
    page: 'https://mutualibre.example/editeurs/editeur-exemple',
    updated: '2026-01-15T12:00:00.000Z',
    entries: [
      {
        id: 7,
        at: '2026-01-15T12:00:00.000Z',
        title: ']]> <b>"x"</b> &amp;',
        link: 'https://mutualibre.example/logiciels/openexemple',
      },
    ],
  } as const

  it('is Atom that an XML parser takes, whatever names hold', () => {
    const xml = atomFeed(FEED)

    expect(XMLValidator.validate(xml)).toBe(true)
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml)
    expect(feed).toMatchObject({
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      id: 'tag:mutualibre.example,2026:editeurs/editeur-exemple',
      title: 'Éditeur <Exemple> & “Cie”',
      author: { name: 'Éditeur\ufffd\ufffd Exemple \ufffd' },
      entry: {
        id: 'tag:mutualibre.example,2026:editeurs/editeur-exemple/7',
        title: ']]> <b>"x"</b> &amp;',
        updated: '2026-01-15T12:00:00.000Z',
      },
    })
  })

  it('gives an event the same id in both languages', () => {
    const english = atomFeed({ ...FEED, locale: 'en', self: `${FEED.self}en` })
    const idsOf = (xml: string) => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)

    expect(idsOf(english)).toEqual(idsOf(atomFeed(FEED)))
  })
})
