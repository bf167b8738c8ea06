import { beforeEach, describe, expect, it } from 'vitest'
import { award, criterion } from '#db/schema/label.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import {
  anAdoption,
  anOrganisation,
  aSoftware,
  aUser,
  SOURCE,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGrid, anOpenEdition, someSchemes } from '#lib/testing/label.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { changeEdition } from './commands/change-edition.ts'
import { copyEdition, removeDraft } from './commands/copy-edition.ts'
import { defineScheme } from './commands/define-scheme.ts'
import { openEdition } from './commands/open-edition.ts'
import { loadDocumentedLabel } from './commands.ts'
import { getEdition, getGrid, getPublicGrid, listEditionsHere } from './grid-queries.ts'
import { getEditionForOrganiser } from './organiser-queries.ts'
import { listEditions } from './queries.ts'
import { asTyped, type TypedEdition } from './rules/edition-form.ts'
import { listSchemes } from './schemes.ts'

let context: Context

beforeEach(() => {
  const server = makeTestContext()
  someFunctions(server)
  someSchemes(server)
  aGrid(server, 'reference')
  context = { ...server, actor: aUser(server, { roles: ['label-organiser'] }) }
})

const FROM_REFERENCE = { from: 'reference', year: '2027', scheme: 'copyleft-5' }
/** Times of Paris that follow each other, after the test's now (January 2026). */
const CALENDAR = {
  opensAt: '2027-06-01T09:00',
  closesAt: '2027-10-15T17:00',
  juryAt: '2027-11-05T10:00',
  announcesAt: '2027-11-20T18:00',
  publishesAt: '2027-11-25T09:00',
}

function typed(year: number, overrides: Partial<TypedEdition> = {}) {
  const found = getEditionForOrganiser(context, year)
  if (!found) throw new Error('no such edition')
  const { edition } = found
  return { ...asTyped(edition), ...overrides, year, revision: edition.revision }
}

const change = (overrides: Partial<TypedEdition>, year = 2027) =>
  changeEdition(context, typed(year, overrides))

/** What is wrong, by field. */
function faultsOf(run: () => void): Record<string, string> {
  try {
    run()
  } catch (error) {
    const { issues = [] } = error as { issues?: Array<{ path: string[]; message: string }> }
    return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]))
  }
  return {}
}

function open(year = 2027) {
  const revision = getEdition(context, year)?.revision ?? 0
  openEdition(context, { year, revision })
}

describe('an edition that is copied', () => {
  it('has the axes, the criteria with their ids and rules, and no dates, from the reference grid', () => {
    expect(copyEdition(context, FROM_REFERENCE)).toEqual({ year: 2027 })

    const slugs = (key: string) =>
      getGrid(context, key)?.axes.map((axis) =>
        axis.criteria.map(({ slug, rule, label }) => ({ slug, rule, label })),
      )
    expect(slugs('2027')).toEqual(slugs('reference'))
    expect(getEdition(context, 2027)).toMatchObject({
      ...{ state: 'draft', grid: '2027', scheme: 'copyleft-5', opensAt: '', closesAt: '' },
    })
    expect(auditOf(context).at(-1)).toMatchObject({
      action: 'label.copy-edition',
      subject: '2027',
      detail: { from: 'reference', scheme: 'copyleft-5' },
    })
  })

  it('comes from an edition that is run here as well', () => {
    anOpenEdition(context, { year: 2026 })

    copyEdition(context, { ...FROM_REFERENCE, from: '2026', scheme: 'badge-label-3' })

    expect(getEdition(context, 2027)).toMatchObject({ state: 'draft', scheme: 'badge-label-3' })
    expect(getGrid(context, '2027')?.axes).toHaveLength(2)
  })

  it('is for nobody else to see', () => {
    copyEdition(context, FROM_REFERENCE)

    expect(listEditions(context)).toEqual([])
    expect(getPublicGrid(context, '2027')).toBeUndefined()
    expect(getPublicGrid(context, 'reference')).toBeDefined()
  })

  it.each([
    ['a year that is no year', { year: 'demain' }, 'invalid-input'],
    ['a year that is over', { year: '2025' }, 'invalid-input'],
    ['a year far away', { year: '20270' }, 'invalid-input'],
    ['a scale that does not exist', { scheme: 'etoiles' }, 'invalid-input'],
    ['a source that does not exist', { from: '2019' }, 'not-found'],
    ['a source that is no year', { from: 'x' }, 'not-found'],
  ])('is refused for %s, and nothing is left behind', (_what, wrong, code) => {
    const before = contentsOf(context)

    expect(() => copyEdition(context, { ...FROM_REFERENCE, ...wrong })).toThrow(
      expect.objectContaining({ code }),
    )

    expect(contentsOf(context)).toEqual(before)
  })

  it('is refused for a year that exists, documented or run here', () => {
    const documented = { ...{ year: 2026, scheme: 'copyleft-5', openedOn: '', closedOn: '' } }
    loadDocumentedLabel(
      { ...context, actor: { kind: 'operator', name: 'test' } },
      {
        editions: [
          {
            ...documented,
            announcedOn: '',
            candidates: null,
            axes: [],
            ceremony: { fr: '', en: '' },
            note: { fr: '', en: '' },
            sources: [SOURCE],
          },
        ],
        awards: [],
      },
    )
    copyEdition(context, FROM_REFERENCE)

    expect(() => copyEdition(context, { ...FROM_REFERENCE, year: '2026' })).toThrow('documenté')
    expect(() => copyEdition(context, FROM_REFERENCE)).toThrow('existe déjà')
  })

  it('can be removed as long as it is a draft', () => {
    copyEdition(context, FROM_REFERENCE)
    removeDraft(context, 2027)
    expect(listEditionsHere(context)).toEqual([])
    expect(getGrid(context, '2027')).toBeUndefined()

    anOpenEdition(context, { year: 2026 })
    expect(() => removeDraft(context, 2026)).toThrow(expect.objectContaining({ code: 'conflict' }))
  })
})

describe('the calendar of an edition', () => {
  beforeEach(() => {
    copyEdition(context, FROM_REFERENCE)
  })

  it('is typed in Paris and kept as instants', () => {
    change({ ...CALENDAR, graceMinutes: '10', scoreMax: '20', jurorsEach: '3' })

    expect(getEdition(context, 2027)).toMatchObject({
      opensAt: '2027-06-01T07:00:00.000Z',
      closesAt: '2027-10-15T15:00:00.000Z',
      juryAt: '2027-11-05T09:00:00.000Z',
      graceSeconds: 600,
      scoreMax: 20,
      jurorsEach: 3,
      revision: 2,
    })
  })

  it.each<[string, Partial<TypedEdition>, Record<string, string>]>([
    ['a closing that has passed', { closesAt: '2026-01-15T12:59:59' }, { closesAt: 'time-past' }],
    [
      'a closing at this very second',
      { closesAt: '2026-01-15T13:00:00' },
      { closesAt: 'time-past' },
    ],
    ['an hour that March leaps over', { closesAt: '2027-03-28T02:30' }, { closesAt: 'time-none' }],
    [
      'an hour that October has twice',
      { closesAt: '2027-10-31T02:30' },
      { closesAt: 'time-twice' },
    ],
    ['a day that is none', { opensAt: '2027-02-30T12:00' }, { opensAt: 'time-unreadable' }],
    ['an opening after the closing', { opensAt: '2027-10-15T17:00' }, { closesAt: 'time-order' }],
    [
      'a jury within the grace',
      { juryAt: '2027-10-15T17:05', graceMinutes: '10' },
      { juryAt: 'time-order' },
    ],
    [
      'a publication before the announcement',
      { publishesAt: '2027-11-20T17:59:59' },
      { publishesAt: 'time-order' },
    ],
    ['a grace of two days', { graceMinutes: '2880' }, { graceMinutes: 'grace-wrong' }],
    ['a score of nothing', { scoreMax: '0' }, { scoreMax: 'number-wrong' }],
    ['one juror', { jurorsEach: '1' }, { jurorsEach: 'number-wrong' }],
    ['a note in one language', { noteFr: 'Oui' }, { noteEn: 'both-languages' }],
    ['a note without end', { noteFr: 'a'.repeat(3_001), noteEn: 'a' }, { noteFr: 'text-long' }],
    ['a scale that does not exist', { scheme: 'etoiles' }, { scheme: 'scheme-unknown' }],
  ])('is refused with %s', (_what, wrong, faults) => {
    change(CALENDAR)
    const before = contentsOf(context)

    expect(faultsOf(() => change(wrong))).toEqual(faults)

    expect(contentsOf(context)).toEqual(before)
  })

  it('may be published at the announcement itself', () => {
    expect(faultsOf(() => change({ ...CALENDAR, publishesAt: CALENDAR.announcesAt }))).toEqual({})
  })

  it('shows what another organiser recorded meanwhile, and takes the word of who insists', () => {
    const mine = typed(2027, CALENDAR)
    change({ scoreMax: '10' })

    expect(() => changeEdition(context, mine)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        stamp: '2',
        recorded: expect.objectContaining({ scoreMax: '10' }),
      }),
    )
    changeEdition(context, { ...mine, revision: 2 })
    expect(getEdition(context, 2027)).toMatchObject({ scoreMax: 5, revision: 3 })
  })
})

describe('opening an edition', () => {
  beforeEach(() => {
    copyEdition(context, FROM_REFERENCE)
  })

  it('is refused with everything that is missing', () => {
    const before = contentsOf(context)

    expect(() => open()).toThrow(
      'La date d’ouverture manque. La date de clôture manque. La date d’annonce manque.',
    )

    expect(contentsOf(context)).toEqual(before)
  })

  it('is refused once its closing has passed', () => {
    change(CALENDAR)
    context = { ...context, now: new Date('2027-10-15T15:00:00Z') }

    expect(() => open()).toThrow('La date de clôture est passée.')
  })

  it('is refused when a rule names a function that the catalogue has lost', () => {
    change(CALENDAR)
    const rule = { rule: 'any-software', software: { functions: ['partie'] } }
    context.db.update(criterion).set({ rule }).run()

    expect(() => open()).toThrow('la fonction « partie », que le catalogue n’a pas')
  })

  it('is refused when an axis would weigh nothing', () => {
    change(CALENDAR)
    context.db.$client.exec(
      "UPDATE criterion SET weight = 2 WHERE grid = '2027' AND axis = 'strategie'",
    )

    expect(() => open()).toThrow('aucun de l’axe « Logiciels »')
  })

  it('is refused when it was changed since the page was read', () => {
    change(CALENDAR)

    expect(() => openEdition(context, { year: 2027, revision: 1 })).toThrow('Rechargez-la')
  })

  it('has the evidence of whoever uses software computed, and shows the edition to everyone', () => {
    const server: Context = { ...context, actor: { kind: 'operator', name: 'test' } }
    const here = anOrganisation(server)
    reportAdoptions(server, [anAdoption(aSoftware(server), here)])
    context.db.$client.exec('DELETE FROM evidence_due')
    change(CALENDAR)

    open()

    expect(contentsOf(context).evidence_due).toMatchObject([{ organisation_id: here }])
    expect(listEditions(context)).toMatchObject([
      { year: 2027, schemeName: { fr: 'un à cinq copylefts' }, closedOn: '2027-10-15' },
    ])
    expect(listEditions(context)[0]?.axes.map(({ slug }) => slug)).toEqual([
      'strategie',
      'logiciels',
    ])
    expect(getPublicGrid(context, '2027')).toBeDefined()
    expect(auditOf(context).at(-1)).toMatchObject({ action: 'label.open-edition', subject: '2027' })
  })
})

describe('an open edition', () => {
  beforeEach(() => {
    copyEdition(context, FROM_REFERENCE)
    change(CALENDAR)
    open()
  })

  it('lets its closing be put off, with what follows', () => {
    change({ closesAt: '2027-10-22T17:00:00' })

    expect(getEdition(context, 2027)?.closesAt).toBe('2027-10-22T15:00:00.000Z')
  })

  it.each<[string, Partial<TypedEdition>, Record<string, string>]>([
    [
      'the closing brought forward',
      { closesAt: '2027-10-14T17:00:00' },
      { closesAt: 'closing-earlier' },
    ],
    ['the closing taken away', { closesAt: '' }, { closesAt: 'time-missing' }],
    ['another scale', { scheme: 'badge-label-3' }, { scheme: 'locked' }],
    ['another opening', { opensAt: '2027-06-02T09:00:00' }, { opensAt: 'locked' }],
    ['other scores', { scoreMax: '10' }, { scoreMax: 'locked' }],
  ])('refuses %s', (_what, wrong, faults) => {
    expect(faultsOf(() => change(wrong))).toEqual(faults)
  })

  it('refuses a closing once it has passed, and the announcement once awards wait for it', () => {
    context = { ...context, now: new Date('2027-10-16T00:00:00Z') }
    expect(faultsOf(() => change({ closesAt: '2027-10-30T17:00:00' }))).toMatchObject({
      closesAt: 'locked',
    })

    const sourceId = context.db.$client
      .prepare("INSERT INTO source (url, title, date, key) VALUES ('u', 't', '', 'k') RETURNING id")
      .pluck()
      .get() as number
    context.db
      .insert(award)
      .values({ edition: 2027, name: 'Mions', mentions: [], sourceId, applicationId: 1 })
      .run()
    expect(faultsOf(() => change({ announcesAt: '2027-11-21T18:00:00' }))).toMatchObject({
      announcesAt: 'locked',
    })
  })
})

describe('a scale of results', () => {
  const SCALE = {
    slug: 'feuilles-2',
    nameFr: 'une ou deux feuilles',
    nameEn: 'one or two leaves',
    levels: 'une | une feuille | one leaf\r\ndeux | deux feuilles | two leaves\r\n',
  }

  it('is defined by an organiser, lowest level first, in both languages', () => {
    defineScheme(context, SCALE)

    expect(listSchemes(context).at(-1)).toEqual({
      slug: 'feuilles-2',
      name: { fr: 'une ou deux feuilles', en: 'one or two leaves' },
      levels: [
        { value: 'une', fr: 'une feuille', en: 'one leaf' },
        { value: 'deux', fr: 'deux feuilles', en: 'two leaves' },
      ],
      builtin: false,
    })
    expect(copyEdition(context, { ...FROM_REFERENCE, scheme: 'feuilles-2' })).toEqual({
      year: 2027,
    })
  })

  it.each([
    ['an id in capitals', { slug: 'Feuilles' }, { slug: 'slug-wrong' }],
    ['an id that is taken', { slug: 'copyleft-5' }, { slug: 'slug-taken' }],
    ['no name in English', { nameEn: ' ' }, { nameEn: 'nameEn-empty' }],
    ['no level', { levels: '' }, { levels: 'levels-none' }],
    ['a level in one language', { levels: 'une | une feuille' }, { levels: 'levels-line' }],
    ['a level given twice', { levels: 'a | b | c\na | d | e' }, { levels: 'levels-twice' }],
    ['a level whose id is none', { levels: 'À ! | b | c' }, { levels: 'levels-line' }],
  ])('is refused with %s', (_what, wrong, faults) => {
    expect(faultsOf(() => defineScheme(context, { ...SCALE, ...wrong }))).toEqual(faults)
  })
})
