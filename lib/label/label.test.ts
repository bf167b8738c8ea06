import { describe, expect, it } from 'vitest'
import { award } from '#db/schema/label.ts'
import { anOrganisation, SOURCE, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { anOpenEdition, someSchemes } from '#lib/testing/label.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { type AwardInput, type EditionInput, loadDocumentedLabel } from './commands.ts'
import { listAwardsOfEdition, listAwardsOfOrganisation, listEditions } from './queries.ts'

function anEdition(overrides: Partial<EditionInput> = {}): EditionInput {
  return {
    year: 2021,
    scheme: 'copyleft-5',
    openedOn: '',
    closedOn: '',
    announcedOn: '2021-11',
    candidates: 23,
    axes: [{ slug: 'logiciels', fr: 'Logiciels libres', en: 'Free software' }],
    ceremony: { fr: 'Paris', en: 'Paris' },
    note: { fr: '', en: '' },
    sources: [SOURCE],
    ...overrides,
  }
}

const OF_2025 = anEdition({ year: 2025, scheme: 'badge-label-3' })

function anAward(overrides: Partial<AwardInput> = {}): AwardInput {
  return {
    edition: 2021,
    organisationId: null,
    name: 'Arles',
    level: 4,
    distinction: '',
    mentions: [],
    note: { fr: '', en: '' },
    source: SOURCE,
    mentionSource: null,
    ...overrides,
  }
}

const inBronze = (overrides: Partial<AwardInput> = {}) =>
  anAward({ edition: 2025, level: null, distinction: 'bronze', ...overrides })

describe('loading the documented label', () => {
  it('replaces what was there, and leaves its trace', () => {
    const context = makeTestContext()
    loadDocumentedLabel(context, { editions: [anEdition()], awards: [anAward()] })

    loadDocumentedLabel(context, {
      editions: [anEdition(), OF_2025],
      awards: [anAward({ level: 5 }), inBronze()],
    })

    expect(listEditions(context).map((edition) => edition.year)).toEqual([2025, 2021])
    expect(listAwardsOfEdition(context, 2021)).toMatchObject([{ name: 'Arles', level: 5 }])
    expect(auditOf(context).at(-1)).toEqual({
      actor: 'test',
      action: 'label.load',
      subject: '*',
      detail: { editions: 2, awards: 2 },
    })
  })

  it.each([
    ['a distinction in a year of copylefts', anAward({ distinction: 'or' })],
    ['a distinction instead of a level', anAward({ level: null, distinction: 'badge' })],
    ['a level in a year of badges', inBronze({ level: 3 })],
    ['a level instead of a distinction', inBronze({ level: 3, distinction: '' })],
    ['a year of which nothing is known', anAward({ edition: 2012 })],
  ])('refuses %s, and leaves everything as it was', (_what, award) => {
    const context = makeTestContext()
    loadDocumentedLabel(context, { editions: [anEdition()], awards: [anAward()] })
    const before = contentsOf(context)

    expect(() =>
      loadDocumentedLabel(context, { editions: [anEdition(), OF_2025], awards: [award] }),
    ).toThrow(expect.objectContaining({ code: 'invalid-input' }))

    expect(contentsOf(context)).toEqual(before)
  })

  it('takes an award whose rank no source gives, in either scale', () => {
    const context = makeTestContext()

    loadDocumentedLabel(context, {
      editions: [anEdition(), OF_2025],
      awards: [anAward({ level: null }), inBronze({ distinction: '' })],
    })

    expect(listAwardsOfEdition(context, 2021)).toMatchObject([{ level: null, distinction: '' }])
    expect(listAwardsOfEdition(context, 2025)).toMatchObject([{ level: null, distinction: '' }])
  })

  it('leaves what is run here alone: the edition, its awards, and no laureate is added to them', () => {
    const context = makeTestContext()
    someFunctions(context)
    anOpenEdition(context, { year: 2026 })
    loadDocumentedLabel(context, { editions: [anEdition()], awards: [anAward()] })
    const given = {
      ...{ edition: 2026, organisationId: null, name: 'Mions', level: 3, mentions: [] },
      ...{ sourceId: 1, applicationId: 7 },
    }
    context.db.insert(award).values(given).run()

    loadDocumentedLabel(context, {
      editions: [anEdition(), anEdition({ year: 2026, scheme: 'badge-label-3' })],
      awards: [anAward(), inBronze({ edition: 2026, name: 'Ailleurs' })],
    })

    expect(listEditions(context)).toMatchObject([
      { year: 2026, scheme: 'copyleft-5', here: { state: 'open' } },
      { year: 2021, here: null },
    ])
    expect(listAwardsOfEdition(context, 2026).map(({ name }) => name)).toEqual(['Mions'])
  })

  it('is for the one who runs the server: a visitor leaves nothing behind', () => {
    const context = makeTestContext({ actor: { kind: 'visitor' } })
    const before = contentsOf(context)

    expect(() => loadDocumentedLabel(context, { editions: [anEdition()], awards: [] })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )

    expect(contentsOf(context)).toEqual(before)
  })
})

describe('the editions of the label', () => {
  it('are listed latest first, with what is documented of them', () => {
    const context = makeTestContext()
    const awards = [anAward(), anAward({ name: 'Mions' })]
    loadDocumentedLabel(context, { editions: [anEdition(), OF_2025], awards })

    expect(listEditions(context)).toMatchObject([
      { year: 2025, scheme: 'badge-label-3', documented: 0 },
      {
        year: 2021,
        scheme: 'copyleft-5',
        announcedOn: '2021-11',
        candidates: 23,
        axes: [{ fr: 'Logiciels libres' }],
        documented: 2,
        sources: [SOURCE],
      },
    ])
  })

  it('are none before anything is loaded', () => {
    expect(listEditions(makeTestContext())).toEqual([])
    expect(listAwardsOfEdition(makeTestContext(), 2021)).toEqual([])
  })
})

describe('the awards', () => {
  it('of an edition come by level, the highest first, then by name', () => {
    const context = makeTestContext()
    someSchemes(context)
    const awards = [
      anAward({ name: 'Pierrefitte', level: 3 }),
      anAward({ name: 'Sans niveau', level: null }),
      anAward({ name: 'Mions', level: 5 }),
      anAward({ name: 'Élancourt', level: 3 }),
    ]
    loadDocumentedLabel(context, { editions: [anEdition()], awards })

    expect(listAwardsOfEdition(context, 2021).map((award) => award.name)).toEqual([
      'Mions',
      'Élancourt',
      'Pierrefitte',
      'Sans niveau',
    ])
  })

  it('of 2025 come by distinction: gold, silver, bronze, then the badge', () => {
    const context = makeTestContext()
    someSchemes(context)
    const awards = (['badge', 'or', 'bronze', '', 'argent'] as const).map((distinction) =>
      inBronze({ name: distinction, distinction }),
    )
    loadDocumentedLabel(context, { editions: [OF_2025], awards })

    expect(listAwardsOfEdition(context, 2025).map((award) => award.distinction)).toEqual([
      'or',
      'argent',
      'bronze',
      'badge',
      '',
    ])
  })

  it('of an organisation come latest first, each in the scale of its year', () => {
    const context = makeTestContext()
    const organisationId = anOrganisation(context, { key: 'arles', name: 'Arles' })
    const mention = { fr: 'Mention spéciale', en: 'Special mention' }
    loadDocumentedLabel(context, {
      editions: [anEdition(), OF_2025],
      awards: [
        anAward({ organisationId, mentions: [mention], mentionSource: SOURCE }),
        inBronze({ organisationId }),
        anAward({ name: 'Une autre' }),
      ],
    })

    expect(listAwardsOfOrganisation(context, organisationId)).toMatchObject([
      { edition: 2025, scheme: 'badge-label-3', level: null, distinction: 'bronze' },
      {
        edition: 2021,
        scheme: 'copyleft-5',
        level: 4,
        distinction: '',
        organisation: { key: 'arles', name: 'Arles' },
        mentions: [mention],
        source: SOURCE,
      },
    ])
  })

  it('keep the name that the source prints when nobody can tell whose it is', () => {
    const context = makeTestContext()
    loadDocumentedLabel(context, {
      editions: [anEdition()],
      awards: [anAward({ name: 'Saint-Joseph', organisationId: null })],
    })

    expect(listAwardsOfEdition(context, 2021)).toMatchObject([
      { name: 'Saint-Joseph', organisation: null },
    ])
  })
})
