import { describe, expect, it } from 'vitest'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import { listUsers, usersByDimension } from '#lib/adoptions/queries.ts'
import { userFilters } from '#lib/adoptions/schema.ts'
import { catalogueVersion } from '#lib/meta.ts'
import {
  anAdoption,
  anOrganisation,
  anOrganisationInput,
  aSiren,
  aSoftware,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { loadOrganisations, loadTerritories } from './commands.ts'
import { countOrganisations, getOrganisation, territories } from './queries.ts'

describe('loading organisations', () => {
  it('adds those that are new, with their trace and their place in the queue of the search', () => {
    const context = makeTestContext()
    const arles = anOrganisationInput({ name: 'Arles', population: 50_000 })

    expect(loadOrganisations(context, [arles], SOURCE)).toEqual({
      created: 1,
      changed: 0,
      unchanged: 0,
    })

    const view = getOrganisation(context, arles.key)
    expect(view).toMatchObject({ name: 'Arles', sizeClass: '50k-100k', source: SOURCE })
    expect(outboxOf(context)).toEqual([{ kind: 'organisation', subjectId: view?.id }])
    expect(auditOf(context)).toEqual([
      {
        actor: 'test',
        action: 'organisations.load',
        subject: '*',
        detail: { source: SOURCE.url, created: 1, changed: 0, unchanged: 0 },
      },
    ])
  })

  it('changes nothing when the same input comes twice', () => {
    const context = makeTestContext()
    const epci = anOrganisationInput({ kind: 'epci', form: 'CA' })
    const commune = anOrganisationInput({
      epci: epci.key,
      postcodes: ['13200', '13104', '13200'],
      aliases: [
        { kind: 'deleguee', code: '13992', name: 'Moulès' },
        { kind: 'deleguee', code: '13992', name: 'Moulès-Raphèle' },
        { kind: 'former-code', code: '13991', name: '' },
      ],
    })
    loadOrganisations(context, [commune, epci], SOURCE)
    emptyOutbox(context)
    const version = catalogueVersion(context.db)

    const report = loadOrganisations(context, [commune, epci], SOURCE)

    expect(report).toEqual({ created: 0, changed: 0, unchanged: 2 })
    expect(outboxOf(context)).toEqual([])
    expect(catalogueVersion(context.db)).toBe(version)
  })

  it('brings a known one up to date under the same key', () => {
    const context = makeTestContext()
    const before = anOrganisationInput({ name: 'Les Baux', population: 300 })
    const id = anOrganisation(context, before)
    emptyOutbox(context)

    const after = { ...before, name: 'Les Baux-de-Provence', population: 600 }
    const report = loadOrganisations(context, [after], SOURCE)

    expect(report).toEqual({ created: 0, changed: 1, unchanged: 0 })
    expect(getOrganisation(context, before.key)).toMatchObject({
      id,
      name: 'Les Baux-de-Provence',
      sizeClass: '500-2k',
    })
    expect(outboxOf(context)).toEqual([{ kind: 'organisation', subjectId: id }])
  })

  it.each([
    ['a postal code', { postcodes: ['13200', '13280'] }],
    ['one postal code less', { postcodes: [] }],
    ['a former name', { aliases: [{ kind: 'deleguee' as const, code: '13990', name: 'Raphèle' }] }],
  ])('sees that a known one was given %s', (_what, change) => {
    const context = makeTestContext()
    const before = anOrganisationInput({ postcodes: ['13200'] })
    loadOrganisations(context, [before], SOURCE)

    const after = { ...before, ...change }
    expect(loadOrganisations(context, [after], SOURCE).changed).toBe(1)

    expect(getOrganisation(context, before.key)).toMatchObject({
      postcodes: after.postcodes,
      formerNames: after.aliases.map((alias) => alias.name),
    })
    expect(loadOrganisations(context, [after], SOURCE).unchanged).toBe(1)
  })

  it('removes none: one that has gone from the source may still be in use', () => {
    const context = makeTestContext()
    const gone = anOrganisationInput()
    loadOrganisations(context, [gone], SOURCE)

    loadOrganisations(context, [anOrganisationInput()], SOURCE)

    expect(getOrganisation(context, gone.key)).toBeDefined()
    expect(countOrganisations(context)).toEqual({ all: 2, byKind: { commune: 2 } })
  })

  it('ties a commune to its EPCI, whichever comes first', () => {
    const context = makeTestContext()
    const epci = anOrganisationInput({ kind: 'epci', form: 'CC', name: 'Vallée des Baux' })
    const commune = anOrganisationInput({ epci: epci.key })

    loadOrganisations(context, [commune, epci], SOURCE)

    expect(getOrganisation(context, commune.key)?.epci).toMatchObject({ name: 'Vallée des Baux' })
  })

  it('is for the one who runs the server: a visitor leaves nothing behind', () => {
    const context = makeTestContext({ actor: { kind: 'visitor' } })
    const before = contentsOf(context)

    expect(() => loadOrganisations(context, [anOrganisationInput()], SOURCE)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
    expect(() => loadTerritories(context, { regions: [], departements: [] })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )

    expect(contentsOf(context)).toEqual(before)
  })

  it('leaves nothing behind when one of them cannot come in', () => {
    const context = makeTestContext()
    const siren = aSiren()
    const before = contentsOf(context)
    const twice = [
      anOrganisationInput({ siren, key: 'first' }),
      anOrganisationInput({ siren, key: 'second' }),
    ]

    expect(() => loadOrganisations(context, twice, SOURCE)).toThrow('UNIQUE')

    expect(contentsOf(context)).toEqual(before)
  })
})

describe('an organisation that changes', () => {
  it('takes its adoptions along: lists and figures follow its size, its place and its name', () => {
    const context = makeTestContext()
    someTerritories(context)
    someFunctions(context)
    const software = aSoftware(context)
    const before = anOrganisationInput({ name: 'Avant', population: 900 })
    reportAdoptions(context, [anAdoption(software, anOrganisation(context, before))])

    const after = { ...before, name: 'Après', population: 12_000, departement: '35', region: '53' }
    loadOrganisations(context, [after], SOURCE)

    const users = (filters: object) =>
      listUsers(context, software, userFilters.parse(filters)).total
    expect(users({ departement: '35', taille: '10k-20k' })).toBe(1)
    expect(users({ departement: '13' })).toBe(0)
    expect(usersByDimension(context, software)).toMatchObject({
      size: { '10k-20k': { total: 1 } },
      region: { 53: { total: 1 } },
    })
    expect(Object.values(compareFigures(context)).every((n) => n === 0)).toBe(true)
  })
})

describe('loading régions and départements', () => {
  it('gives them to lists and maps by name and by code', () => {
    const context = makeTestContext()

    someTerritories(context)

    const { regions, departements } = territories(context)
    expect(regions.map((item) => item.name)).toEqual(['Bretagne', 'Provence-Alpes-Côte d’Azur'])
    expect(departements.map((item) => item.code)).toEqual(['13', '35', '84'])
    expect(auditOf(context)).toMatchObject([
      { action: 'territories.load', detail: { regions: 2, departements: 3 } },
    ])
  })

  it('shows a new name at once, even to one who has read the old one', () => {
    const context = makeTestContext()
    someTerritories(context)
    territories(context)

    loadTerritories(context, {
      regions: [{ code: '53', name: 'Breizh', zone: 'metro' }],
      departements: [],
    })

    expect(territories(context).regions.map((item) => item.name)).toContain('Breizh')
  })
})
