import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { anOrganisation, anOrganisationInput, SOURCE } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { loadOrganisationFacts, loadOrganisations } from './commands.ts'
import { getOrganisation, listMembers, listSimilar } from './queries.ts'

function view(context: Context, key: string) {
  const found = getOrganisation(context, key)
  if (!found) throw new Error(`no organisation ${key}`)
  return found
}

const membersOf = (context: Context, key: string, limit = 10) =>
  listMembers(context, view(context, key), limit)

const names = (items: Array<{ name: string }>) => items.map((item) => item.name)

/** The body of Corse: one organisation that governs two départements, and is the région too. */
function theBodyOfCorse(): Context {
  const context = makeTestContext()
  const epci = { kind: 'epci', form: 'CA', region: '94' }
  loadOrganisations(
    context,
    [
      anOrganisationInput({
        key: 'corse',
        kind: 'departement',
        form: 'unique',
        name: 'Collectivité de Corse',
        departement: '2A',
        region: '94',
        aliases: ['2A', '2B'].map((code) => ({ kind: 'departement', code, name: '' })),
      }),
      anOrganisationInput({
        ...epci,
        name: 'Pays ajaccien',
        departement: '2A',
        population: 80_000,
      }),
      anOrganisationInput({ ...epci, name: 'Bastia', departement: '2B', population: 60_000 }),
      anOrganisationInput({ key: 'ajaccio', name: 'Ajaccio', departement: '2A', region: '94' }),
      anOrganisationInput({ key: 'calvi', name: 'Calvi', departement: '2B', region: '94' }),
    ],
    SOURCE,
  )
  return context
}

describe('a body that governs two départements', () => {
  it.each(['ajaccio', 'calvi'])('is that of %s, in one as in the other', (key) => {
    expect(view(theBodyOfCorse(), key).departementBody).toMatchObject({
      name: 'Collectivité de Corse',
    })
  })

  it('lists the EPCI of both as its members', () => {
    const { total, items } = membersOf(theBodyOfCorse(), 'corse')

    expect(total).toBe(2)
    expect(names(items)).toEqual(['Pays ajaccien', 'Bastia'])
  })
})

describe('the land of the Métropole de Lyon', () => {
  it('belongs to no other département, around it the rest of the Rhône does', () => {
    const context = makeTestContext()
    const rhone = { departement: '69', region: '84' }
    loadOrganisations(
      context,
      [
        anOrganisationInput({
          ...rhone,
          key: 'rhone',
          kind: 'departement',
          aliases: [{ kind: 'departement', code: '69', name: '' }],
        }),
        anOrganisationInput({ ...rhone, key: 'lyon-metropole', kind: 'epci', form: 'MET69' }),
        anOrganisationInput({ ...rhone, key: 'bron', epci: 'lyon-metropole' }),
        anOrganisationInput({ ...rhone, key: 'tarare' }),
      ],
      SOURCE,
    )

    expect(view(context, 'bron').departementBody).toBeNull()
    expect(view(context, 'lyon-metropole').departementBody).toBeNull()
    expect(view(context, 'tarare').departementBody).toMatchObject({ key: 'rhone' })
  })
})

describe('the members', () => {
  it('of an EPCI are its communes, the most populous first, as many as asked for', () => {
    const context = makeTestContext()
    const epci = anOrganisationInput({ key: 'epci', kind: 'epci', form: 'CC' })
    loadOrganisations(
      context,
      [
        epci,
        anOrganisationInput({ name: 'Petite', population: 100, epci: epci.key }),
        anOrganisationInput({ name: 'Grande', population: 900, epci: epci.key }),
        anOrganisationInput({ name: 'Moyenne', population: 500, epci: epci.key }),
        anOrganisationInput({ name: 'Voisine', population: 999 }),
      ],
      SOURCE,
    )

    const { total, items } = membersOf(context, 'epci', 2)

    expect(total).toBe(3)
    expect(names(items)).toEqual(['Grande', 'Moyenne'])
  })

  it('of a région are its départements', () => {
    const context = makeTestContext()
    anOrganisation(context, { key: 'region', kind: 'region', region: '93', departement: '' })
    const departement = (name: string, code: string, region: string) =>
      anOrganisation(context, { name, kind: 'departement', departement: code, region })
    departement('Vaucluse', '84', '93')
    departement('Ille-et-Vilaine', '35', '53')

    expect(names(membersOf(context, 'region').items)).toEqual(['Vaucluse'])
  })

  it('of a commune are none', () => {
    const context = makeTestContext()
    anOrganisation(context, { key: 'commune' })

    expect(membersOf(context, 'commune')).toEqual({ total: 0, items: [] })
  })
})

describe('what is around an organisation', () => {
  it('is its département and its région', () => {
    const context = makeTestContext()
    anOrganisation(context, {
      name: 'Département du Vaucluse',
      key: 'vaucluse',
      kind: 'departement',
      departement: '84',
      aliases: [{ kind: 'departement', code: '84', name: '' }],
    })
    anOrganisation(context, { name: 'Région Sud', kind: 'region', departement: '', region: '93' })
    anOrganisation(context, { key: 'orange', departement: '84' })

    expect(view(context, 'orange')).toMatchObject({
      departementBody: { name: 'Département du Vaucluse' },
      regionBody: { name: 'Région Sud' },
    })
    expect(view(context, 'vaucluse')).toMatchObject({
      departementBody: null,
      regionBody: { name: 'Région Sud' },
    })
  })

  it('is unknown for a key that nobody has', () => {
    expect(getOrganisation(makeTestContext(), 'nobody')).toBeUndefined()
  })
})

describe('organisations that resemble another', () => {
  it('are of its kind and of the nearest size, those of its région first', () => {
    const context = makeTestContext()
    anOrganisation(context, { key: 'self', population: 5_000 })
    anOrganisation(context, { name: 'Même région, loin', population: 9_000 })
    anOrganisation(context, { name: 'Même région, près', population: 4_800 })
    anOrganisation(context, { name: 'Ailleurs, égale', population: 5_000, region: '53' })
    anOrganisation(context, { name: 'Ailleurs, près', population: 5_300, region: '53' })
    anOrganisation(context, { name: 'Un EPCI', kind: 'epci', population: 5_000 })

    const to = view(context, 'self')

    expect(names(listSimilar(context, to))).toEqual([
      'Même région, près',
      'Même région, loin',
      'Ailleurs, égale',
      'Ailleurs, près',
    ])
    expect(names(listSimilar(context, to, 1))).toEqual(['Même région, près'])
  })

  it('are none where the population means nothing', () => {
    const context = makeTestContext()
    anOrganisation(context, { key: 'syndicat', kind: 'syndicat', population: null })
    anOrganisation(context, { kind: 'syndicat', population: null })

    expect(listSimilar(context, view(context, 'syndicat'))).toEqual([])
  })
})

describe('the documented facts of an organisation', () => {
  const fact = (organisationId: number, fr: string, date: string) => ({
    organisationId,
    fr,
    en: `${fr} (en)`,
    date,
    source: SOURCE,
  })

  it('are shown latest first, each with its source', () => {
    const context = makeTestContext()
    const id = anOrganisation(context, { key: 'self' })

    loadOrganisationFacts(context, [fact(id, 'Ancien', '2019'), fact(id, 'Récent', '2024-03')])

    expect(view(context, 'self').facts).toEqual([
      { text: { fr: 'Récent', en: 'Récent (en)' }, date: '2024-03', source: SOURCE },
      { text: { fr: 'Ancien', en: 'Ancien (en)' }, date: '2019', source: SOURCE },
    ])
    expect(auditOf(context).at(-1)).toMatchObject({
      action: 'organisation-facts.load',
      detail: { facts: 2 },
    })
  })

  it('are replaced, not added to, by a second load', () => {
    const context = makeTestContext()
    const id = anOrganisation(context, { key: 'self' })
    loadOrganisationFacts(context, [fact(id, 'Ancien', '2019')])

    loadOrganisationFacts(context, [fact(id, 'Corrigé', '2019')])

    expect(view(context, 'self').facts.map((item) => item.text.fr)).toEqual(['Corrigé'])
  })

  it('stay as they were when one of them points at nobody', () => {
    const context = makeTestContext()
    const id = anOrganisation(context, { key: 'self' })
    loadOrganisationFacts(context, [fact(id, 'Ancien', '2019')])
    const before = contentsOf(context)

    expect(() =>
      loadOrganisationFacts(context, [
        fact(id, 'Neuf', '2020'),
        fact(id + 1, 'À personne', '2020'),
      ]),
    ).toThrow('FOREIGN KEY')

    expect(contentsOf(context)).toEqual(before)
  })
})
