import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { catalogueVersion } from '#lib/meta.ts'
import {
  anAdoption,
  anOrganisation,
  aSoftware,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { compareFigures } from './commands/figures.ts'
import { type AdoptionInput, reportAdoptions } from './commands/report-adoptions.ts'
import { catalogueUse, listAdoptionsOfOrganisation, usersByDimension } from './queries.ts'

function aCatalogue(): Context {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  return context
}

/** One software, one organisation, and the way to report what the second does with the first. */
function aPair() {
  const context = aCatalogue()
  const software = aSoftware(context)
  const organisation = anOrganisation(context, { population: 900 })
  emptyOutbox(context)
  const report = (overrides: Partial<AdoptionInput> = {}) =>
    reportAdoptions(context, [anAdoption(software, organisation, overrides)])
  const uses = () => catalogueUse(context)
  return { context, software, organisation, report, uses }
}

const differences = (context: Context) =>
  Object.values(compareFigures(context)).reduce((sum, n) => sum + n, 0)

describe('reporting that an organisation uses a software', () => {
  it('puts it on record with everything that the document says', () => {
    const { context, organisation, report } = aPair()
    const operatorId = anOrganisation(context, { name: 'Syndicat numérique', kind: 'syndicat' })

    expect(
      report({
        since: '2019-03',
        perimeterUnit: 'workstations',
        perimeterMin: 100,
        perimeterMax: 120,
        operatorId,
        noteFr: 'Dans tous les services.',
        noteEn: 'In every service.',
      }),
    ).toEqual({ created: 1, changed: 0, unchanged: 0, kept: 0 })

    expect(listAdoptionsOfOrganisation(context, organisation).items).toMatchObject([
      {
        software: { slug: 'openexemple' },
        operator: { name: 'Syndicat numérique' },
        state: 'production',
        trust: 'reported',
        since: '2019-03',
        perimeter: { unit: 'workstations', min: 100, max: 120 },
        note: { fr: 'Dans tous les services.' },
        reportedOn: '2024-05',
        source: SOURCE,
      },
    ])
  })

  it('counts it everywhere at once', () => {
    const { context, software, report, uses } = aPair()

    report({ since: '2019-03' })

    const one = { confirmed: 0, reported: 1, toReconfirm: 0, total: 1 }
    expect(usersByDimension(context, software)).toEqual({
      departement: { 13: one },
      region: { 93: one },
      kind: { commune: one },
      size: { '500-2k': one },
      year: { 2019: one },
      state: { production: one },
    })
    expect(uses()).toEqual({ use: one, organisations: 1, byDepartement: { 13: 1 } })
    expect(differences(context)).toBe(0)
  })

  it('leaves its trace, and has the search read the software again', () => {
    const { context, software, organisation, report } = aPair()

    report()

    expect(auditOf(context).at(-1)).toEqual({
      actor: 'test',
      action: 'adoption.report',
      subject: `${software}/${organisation}`,
      detail: { state: 'production', trust: 'reported', source: SOURCE.url },
    })
    expect(outboxOf(context)).toEqual([{ kind: 'software', subjectId: software }])
  })

  it('changes nothing when the same is reported twice', () => {
    const { context, report } = aPair()
    report()
    emptyOutbox(context)
    const [before, version] = [contentsOf(context), catalogueVersion(context.db)]

    expect(report()).toEqual({ created: 0, changed: 0, unchanged: 1, kept: 0 })

    expect(contentsOf(context)).toEqual(before)
    expect(catalogueVersion(context.db)).toBe(version)
  })

  it('keeps one record of a pair that is named twice in one go: the last word stands', () => {
    const { context, software, organisation } = aPair()

    const report = reportAdoptions(context, [
      anAdoption(software, organisation, { since: '2018' }),
      anAdoption(software, organisation, { since: '2020' }),
    ])

    expect(report).toEqual({ created: 1, changed: 1, unchanged: 0, kept: 0 })
    expect(Object.keys(usersByDimension(context, software).year)).toEqual(['2020'])
  })
})

describe('a use counts or not, whatever it was before', () => {
  const counted = { state: 'production', trust: 'reported' } as const

  it.each([
    ['a confirmation', { trust: 'confirmed' }, { confirmed: 1, reported: 0, total: 1 }],
    ['a word grown old', { trust: 'to-reconfirm' }, { toReconfirm: 1, reported: 0, total: 1 }],
    ['a pilot', { state: 'pilot' }, { reported: 1, total: 1 }],
    ['a stop', { state: 'stopped' }, { reported: 0, total: 0 }],
    ['an evaluation', { state: 'evaluating' }, { reported: 0, total: 0 }],
    ['a contest', { trust: 'contested' }, { reported: 0, total: 0 }],
  ] as const)('%s moves the figures, there and back', (_what, change, expected) => {
    const { context, software, report, uses } = aPair()
    report(counted)
    const before = usersByDimension(context, software)

    expect(report({ ...counted, ...change })).toMatchObject({ changed: 1 })
    expect(uses().use).toMatchObject(expected)
    expect(uses().organisations).toBe(expected.total)
    expect(differences(context)).toBe(0)
    expect(auditOf(context).at(-1)).toMatchObject({ action: 'adoption.change' })

    report(counted)
    expect(usersByDimension(context, software)).toEqual(before)
    expect(differences(context)).toBe(0)
  })

  it.each([
    ['stopped', { state: 'stopped' }],
    ['under evaluation', { state: 'evaluating' }],
    ['contested', { trust: 'contested' }],
  ] as const)('%s from the first, it is on record and nowhere counted', (_what, change) => {
    const { context, organisation, report, uses } = aPair()

    report(change)

    expect(contentsOf(context).adoption).toHaveLength(1)
    // What is contested is not even shown until it is settled.
    const shown = 'state' in change ? 1 : 0
    expect(listAdoptionsOfOrganisation(context, organisation).items).toHaveLength(shown)
    expect(uses()).toMatchObject({ use: { total: 0 }, organisations: 0, byDepartement: {} })
    expect(differences(context)).toBe(0)
  })
})

describe('a report that cannot be taken', () => {
  it('is that of a visitor, and leaves nothing behind', () => {
    const { context, software, organisation } = aPair()
    const before = contentsOf(context)

    expect(() =>
      reportAdoptions({ ...context, actor: { kind: 'visitor' } }, [
        anAdoption(software, organisation),
      ]),
    ).toThrow(expect.objectContaining({ code: 'forbidden' }))

    expect(contentsOf(context)).toEqual(before)
  })

  it.each([
    ['an organisation', (software: number, organisation: number) => [software, organisation + 99]],
    ['a software', (software: number, organisation: number) => [software + 99, organisation]],
  ] as const)('names %s that does not exist, and leaves nothing of the others', (_what, wrong) => {
    const { context, software, organisation } = aPair()
    const before = contentsOf(context)
    const [badSoftware, badOrganisation] = wrong(software, organisation) as [number, number]

    expect(() =>
      reportAdoptions(context, [
        anAdoption(software, organisation),
        anAdoption(badSoftware, badOrganisation),
      ]),
    ).toThrow()

    expect(contentsOf(context)).toEqual(before)
  })
})
