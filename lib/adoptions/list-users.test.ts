import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import {
  anAdoption,
  anOrganisation,
  anOrganisationInput,
  aSoftware,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { type AdoptionInput, reportAdoptions } from './commands/report-adoptions.ts'
import {
  catalogueUse,
  countOtherAdoptions,
  latestAdoptions,
  listAdoptionsOfOrganisation,
  listUsers,
  usersByDimension,
} from './queries.ts'
import { userFilters } from './schema.ts'

type OrganisationChange = NonNullable<Parameters<typeof anOrganisation>[1]>

/** One software and those who are on record for it. */
function usedBy(...users: Array<[OrganisationChange, Partial<AdoptionInput>?]>) {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const software = aSoftware(context)
  reportAdoptions(
    context,
    users.map(([organisation, adoption]) =>
      anAdoption(software, anOrganisation(context, organisation), adoption),
    ),
  )
  const page = (filters: object = {}) => listUsers(context, software, userFilters.parse(filters))
  const names = (filters: object = {}) => page(filters).items.map((item) => item.organisation.name)
  return { context, software, page, names }
}

describe('the users of a software', () => {
  const everyone = () =>
    usedBy(
      [{ name: 'Arles', population: 50_000 }, { trust: 'confirmed' }],
      [{ name: 'Élancourt', population: 25_000, departement: '35', region: '53' }],
      [{ name: 'Vitré', population: 18_000, departement: '35' }, { state: 'stopped' }],
      [{ name: 'Métropole', kind: 'epci', population: 900_000 }, { state: 'pilot' }],
      [{ name: 'Centre de gestion', kind: 'centre-de-gestion', population: null }],
    )

  it('are those who use it now, by population, the largest first', () => {
    expect(everyone().names()).toEqual(['Métropole', 'Arles', 'Élancourt', 'Centre de gestion'])
  })

  it('are all of those on record, when asked', () => {
    expect(everyone().names({ etat: 'toutes' })).toEqual([
      'Métropole',
      'Arles',
      'Élancourt',
      'Vitré',
      'Centre de gestion',
    ])
  })

  it('are listed by name, without regard to accents, when asked', () => {
    expect(everyone().names({ tri: 'nom' })).toEqual([
      'Arles',
      'Centre de gestion',
      'Élancourt',
      'Métropole',
    ])
  })

  it.each([
    [{ departement: '35' }, ['Élancourt']],
    [{ departement: '35', etat: 'toutes' }, ['Élancourt', 'Vitré']],
    [{ type: 'epci' }, ['Métropole']],
    [{ taille: '20k-50k' }, ['Élancourt']],
    [{ taille: 'unknown' }, ['Centre de gestion']],
    [{ parole: 'confirmed' }, ['Arles']],
    [{ etat: 'stopped' }, ['Vitré']],
    [{ departement: '35', etat: 'production' }, ['Élancourt']],
    [{ departement: '99' }, []],
    [{ departement: "35' OR 1=1", tri: 'hasard' }, everyone().names()],
  ])('are filtered by %j', (filters, expected) => {
    const { names, page } = everyone()

    expect(names(filters)).toEqual(expected)
    expect(page(filters).total).toBe(expected.length)
  })

  it('are those of this software alone', () => {
    const { context, software, names } = usedBy([{ name: 'Arles' }])
    const other = aSoftware(context, { slug: 'autre' })
    reportAdoptions(context, [anAdoption(other, anOrganisation(context))])

    expect(names()).toEqual(['Arles'])
    expect(usersByDimension(context, software).kind).toMatchObject({ commune: { total: 1 } })
  })
})

describe('the pages of users', () => {
  function fiftyOne() {
    const { context, software, page } = usedBy()
    loadOrganisations(
      context,
      Array.from({ length: 51 }, (_, n) => anOrganisationInput({ population: 1_000 - n })),
      SOURCE,
    )
    const ids = context.db.$client.prepare('SELECT id FROM organisation').pluck().all() as number[]
    reportAdoptions(
      context,
      ids.map((id) => anAdoption(software, id)),
    )
    return page
  }

  it('hold fifty each, the last one the rest', () => {
    const page = fiftyOne()

    expect(page()).toMatchObject({ total: 51, page: 1, pages: 2 })
    expect(page().items).toHaveLength(50)
    expect(page({ page: '2' }).items).toMatchObject([{ organisation: { population: 950 } }])
  })

  it('end with the last one, whatever is asked for', () => {
    expect(fiftyOne()({ page: '40' })).toMatchObject({ page: 2, pages: 2 })
  })

  it('are one, empty, where nobody is on record', () => {
    expect(usedBy().page()).toEqual({ total: 0, page: 1, pages: 1, items: [] })
  })
})

describe('the users by dimension', () => {
  it('are split by whose word it is, current uses only', () => {
    const { context, software } = usedBy(
      [{ population: 400 }, { trust: 'confirmed', since: '2019-03' }],
      [{ population: 600 }, { trust: 'reported', since: '2019' }],
      [{ population: 700 }, { trust: 'to-reconfirm', since: '', state: 'pilot' }],
      [{ population: 800 }, { state: 'stopped' }],
      [{ population: 900 }, { trust: 'contested' }],
    )

    expect(usersByDimension(context, software)).toEqual({
      departement: { 13: { confirmed: 1, reported: 1, toReconfirm: 1, total: 3 } },
      region: { 93: { confirmed: 1, reported: 1, toReconfirm: 1, total: 3 } },
      kind: { commune: { confirmed: 1, reported: 1, toReconfirm: 1, total: 3 } },
      size: {
        'lt-500': { confirmed: 1, reported: 0, toReconfirm: 0, total: 1 },
        '500-2k': { confirmed: 0, reported: 1, toReconfirm: 1, total: 2 },
      },
      year: {
        2019: { confirmed: 1, reported: 1, toReconfirm: 0, total: 2 },
        '': { confirmed: 0, reported: 0, toReconfirm: 1, total: 1 },
      },
      state: {
        production: { confirmed: 1, reported: 1, toReconfirm: 0, total: 2 },
        pilot: { confirmed: 0, reported: 0, toReconfirm: 1, total: 1 },
      },
    })
    expect(countOtherAdoptions(context, software)).toEqual({ stopped: 1 })
  })
})

describe('what is known of the whole catalogue', () => {
  it('counts an organisation once, however many software it uses', () => {
    const { context } = usedBy([{ key: 'keen' }], [{ departement: '35', region: '53' }])
    const other = aSoftware(context, { slug: 'autre' })
    reportAdoptions(context, [anAdoption(other, idOf(context, 'keen'))])

    expect(catalogueUse(context)).toMatchObject({
      use: { total: 3, reported: 3 },
      organisations: 2,
      byDepartement: { 13: 1, 35: 1 },
    })
  })

  it('names the latest words first, by their own date, one for each software', () => {
    const { context } = usedBy(
      [{ name: 'Ancienne' }, { reportedOn: '2017' }],
      [{ name: 'Récente' }, { reportedOn: '2025-11-18' }],
      [{ name: 'Sans date' }, { reportedOn: '' }],
    )
    const other = aSoftware(context, { slug: 'autre' })
    const elsewhere = anOrganisation(context, { name: 'Ailleurs' })
    reportAdoptions(context, [anAdoption(other, elsewhere, { reportedOn: '2024' })])

    const latest = (limit: number) =>
      latestAdoptions(context, limit).map((item) => item.organisation.name)
    expect(latest(5)).toEqual(['Récente', 'Ailleurs'])
    expect(latest(1)).toEqual(['Récente'])
  })
})

describe('what an organisation uses', () => {
  it('is listed by name, what it has stopped last', () => {
    const { context } = usedBy([{ key: 'self' }, { state: 'stopped' }])
    const id = idOf(context, 'self')
    const report = (slug: string, name: string) =>
      reportAdoptions(context, [anAdoption(aSoftware(context, { slug, name }), id)])
    report('z', 'Zimbra')
    report('e', 'Écran')

    expect(
      listAdoptionsOfOrganisation(context, id).items.map((item) => item.software.name),
    ).toEqual(['Écran', 'Zimbra', 'openExemple'])
  })
})

function idOf(context: Context, key: string): number {
  return context.db.$client
    .prepare('SELECT id FROM organisation WHERE key = ?')
    .pluck()
    .get(key) as number
}
