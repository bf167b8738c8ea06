import { describe, expect, it } from 'vitest'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import {
  anAdoption,
  anOrganisation,
  anOrganisationInput,
  aSoftware,
  SOURCE,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { loadOrganisations } from './commands.ts'
import { findOrganisations, resolveOrganisationKey } from './queries.ts'
import { organisationFilters } from './schema.ts'

const find = (context: Context, filters: object) =>
  findOrganisations(context, organisationFilters.parse(filters))

const namesOf = (context: Context, q: string) => find(context, { q }).items.map((item) => item.name)

/** Organisations by name, ready to be searched. */
function searchable(...list: Array<Parameters<typeof anOrganisation>[1]>): Context {
  const context = makeTestContext()
  for (const item of list) anOrganisation(context, item)
  drainSearchOutbox(context)
  return context
}

describe('finding an organisation by its name', () => {
  it.each([
    'Saint-Étienne-du-Grès',
    'saint etienne du gres',
    'SAINT ETIENNE DU GRÈS',
    'étienne grès',
    'saint eti',
    'gres',
  ])('understands %s', (q) => {
    const context = searchable({ name: 'Saint-Étienne-du-Grès' }, { name: 'Tarascon' })

    expect(namesOf(context, q)).toEqual(['Saint-Étienne-du-Grès'])
  })

  it('puts the exact name first, then names that begin so, then the most populous', () => {
    const context = searchable(
      { name: 'Neuville-Arles', population: 900_000 },
      { name: 'Arles-sur-Tech', population: 2_700 },
      { name: 'Arles', population: 50 },
      { name: 'Arlesheim', population: 9_000 },
      { name: 'Fort-Arles', population: 950_000 },
    )

    expect(namesOf(context, 'arles')).toEqual([
      'Arles',
      'Arlesheim',
      'Arles-sur-Tech',
      'Fort-Arles',
      'Neuville-Arles',
    ])
  })

  it('finds a commune by the name of one that became part of it, and says so', () => {
    const context = searchable({
      name: 'Baugé-en-Anjou',
      aliases: [{ kind: 'deleguee', code: '49213', name: 'Montpollin' }],
    })

    expect(find(context, { q: 'montpollin' }).items).toMatchObject([
      { name: 'Baugé-en-Anjou', foundAs: 'Montpollin' },
    ])
    expect(find(context, { q: 'baugé' }).items).toMatchObject([{ foundAs: null }])
  })

  it('does not take the plural of a name for its singular', () => {
    const context = searchable({ name: 'Lens' }, { name: 'Len' })

    expect(namesOf(context, 'lens')).toEqual(['Lens'])
  })

  it('finds the commune of Y, and no other, by its one letter', () => {
    const context = searchable({ name: 'Y' }, { name: 'Yvetot' })

    expect(namesOf(context, 'y')).toEqual(['Y'])
  })

  it('finds nothing where there is nothing', () => {
    const context = searchable({ name: 'Arles' })

    expect(find(context, { q: 'nulle part' })).toEqual({ total: 0, page: 1, pages: 1, items: [] })
  })
})

describe('finding an organisation by a code', () => {
  const commune = anOrganisationInput({
    name: 'Arles',
    siren: '211300041',
    key: '211300041',
    insee: '13004',
    postcodes: ['13200', '13104'],
    aliases: [{ kind: 'former-code', code: '13901', name: '' }],
  })

  it.each([
    ['a postal code', '13104'],
    ['its INSEE code', '13004'],
    ['a former INSEE code', '13901'],
    ['its SIREN', '211300041'],
    ['its SIREN in groups of three', '211 300 041'],
    ['the SIRET of one of its offices', '211 300 041 00019'],
  ])('understands %s', (_what, q) => {
    const context = makeTestContext()
    loadOrganisations(context, [commune, anOrganisationInput({ insee: '13999' })], SOURCE)

    expect(namesOf(context, q)).toEqual(['Arles'])
  })

  it('gives both meanings of five digits that are one’s postal code and another’s INSEE code', () => {
    const context = makeTestContext()
    anOrganisation(context, { name: 'Par le code postal', postcodes: ['13004'] })
    anOrganisation(context, { name: 'Par le code INSEE', insee: '13004' })

    expect(namesOf(context, '13004').sort()).toEqual(['Par le code INSEE', 'Par le code postal'])
  })

  it('understands the letters of Corse, in either case', () => {
    const context = makeTestContext()
    anOrganisation(context, { name: 'Ajaccio', insee: '2A004' })

    expect(namesOf(context, '2a004')).toEqual(['Ajaccio'])
    expect(namesOf(context, '2A004')).toEqual(['Ajaccio'])
  })
})

describe('the list of organisations', () => {
  it('filters by kind and by département, the most populous first', () => {
    const context = makeTestContext()
    anOrganisation(context, { name: 'Petite', population: 10, departement: '35' })
    anOrganisation(context, { name: 'Grande', population: 1_000, departement: '35' })
    anOrganisation(context, { name: 'Ailleurs', population: 500, departement: '13' })
    anOrganisation(context, { name: 'Métropole', kind: 'epci', departement: '35' })

    const { total, items } = find(context, { type: 'commune', departement: '35' })

    expect(total).toBe(2)
    expect(items.map((item) => item.name)).toEqual(['Grande', 'Petite'])
  })

  it('keeps only those that use something, the keenest first, when asked to', () => {
    const context = makeTestContext()
    someFunctions(context)
    const [one, two] = [aSoftware(context, { slug: 'un' }), aSoftware(context, { slug: 'deux' })]
    const keen = anOrganisation(context, { name: 'Deux logiciels', population: 10 })
    const mild = anOrganisation(context, { name: 'Un logiciel', population: 90_000 })
    const former = anOrganisation(context, { name: 'N’utilise plus' })
    anOrganisation(context, { name: 'Rien de connu' })
    reportAdoptions(context, [
      anAdoption(one, keen),
      anAdoption(two, keen),
      anAdoption(one, mild),
      anAdoption(one, former, { state: 'stopped' }),
    ])

    expect(find(context, { utilise: 'oui' }).items).toMatchObject([
      { name: 'Deux logiciels', software: 2 },
      { name: 'Un logiciel', software: 1 },
    ])
  })

  it('keeps only those that use something for a function, when asked to', () => {
    const context = makeTestContext()
    someFunctions(context)
    const software = aSoftware(context, { functions: ['supervision', 'sauvegarde'] })
    const user = anOrganisation(context, { name: 'Supervisée' })
    const former = anOrganisation(context, { name: 'N’utilise plus' })
    reportAdoptions(context, [
      anAdoption(software, user),
      anAdoption(software, former, { state: 'stopped' }),
    ])

    const named = (fonction: string) => find(context, { fonction }).items.map((item) => item.name)
    expect(named('sauvegarde')).toEqual(['Supervisée'])
    expect(named('jury-assises')).toEqual([])
    expect(named('alchimie')).toEqual([])
  })

  it('shows its last page when a further one is asked for', () => {
    const context = makeTestContext()
    loadOrganisations(
      context,
      Array.from({ length: 31 }, () => anOrganisationInput()),
      SOURCE,
    )

    const last = find(context, { page: '99' })

    expect(last).toMatchObject({ total: 31, page: 2, pages: 2 })
    expect(last.items).toHaveLength(1)
  })

  it.each([{ type: 'château' }, { departement: "13' OR 1=1" }, { page: '-1' }, { utilise: 'non' }])(
    'takes what is malformed in its address for no filter: %j',
    (filters) => {
      expect(organisationFilters.parse(filters)).toEqual(organisationFilters.parse({}))
    },
  )
})

describe('the address of an organisation', () => {
  it.each([
    ['an INSEE code', '13004', '211300041'],
    ['the code of a former commune', '13901', '211300041'],
    ['a SIRET', '21130004100019', '211300041'],
    ['an unknown code', '99999', undefined],
    ['a name', 'arles', undefined],
    ['a SIREN, which is an address already', '211300041', undefined],
  ])('is found from %s', (_what, text, key) => {
    const context = makeTestContext()
    anOrganisation(context, {
      siren: '211300041',
      key: '211300041',
      insee: '13004',
      aliases: [{ kind: 'associee', code: '13901', name: 'Mas-Thibert' }],
    })

    expect(resolveOrganisationKey(context, text)).toBe(key)
  })

  it('is that of the commune of today when a code was given out again', () => {
    const context = makeTestContext()
    const former = [{ kind: 'former-code' as const, code: '49021', name: '' }]
    anOrganisation(context, { key: 'absorbing', insee: '49001', aliases: former })
    anOrganisation(context, { key: 'today', insee: '49021' })

    expect(resolveOrganisationKey(context, '49021')).toBe('today')
  })
})
