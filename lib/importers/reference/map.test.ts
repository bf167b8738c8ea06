import { describe, expect, it } from 'vitest'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import { aSiren } from '#lib/testing/builders.ts'
import type { Decoupage } from '../decoupage-administratif/read.ts'
import { departementsHeldBy, mapAdoptions, mapAwards, mapBodies, mapEditions } from './map.ts'
import type { KnownReferences } from './references.ts'
import { adoptionsFile, awardsFile, editionsFile, organisationsFile } from './schema.ts'

const T1 = { id: 't1', title: 'Liste des territoires', url: 'https://source.example.org/t1' }
const S1 = { id: 's1', title: 'Article de presse', url: 'https://source.example.org/s1' }

const people = {
  departement: new Map([
    ['2A', 150_000],
    ['2B', 180_000],
    ['13', 2_000_000],
  ]),
  region: new Map([['93', 5_000_000]]),
}

const departement = (code: string, region: string) =>
  ({ code, nom: code, region, zone: 'metro' }) as const

const data: Decoupage = {
  regions: [],
  departements: [departement('2A', '94'), departement('2B', '94'), departement('13', '93')],
  communes: [],
  epci: [],
}

function bodiesOf(territories: object[], bodies: object[] = []) {
  const file = organisationsFile.parse({ territories, bodies, sources: [T1, S1] })
  return mapBodies(file, people, data).listed.map((row) => row.input)
}

/** Knows one software and one organisation; everything else is nowhere. */
const known: KnownReferences = {
  software: (slug) => (slug === 'openelec' ? 1 : null),
  organisation: (ref) => (ref.siren ? 10 : ref.body === 'syndicat' ? 20 : null),
}

describe('the body of a territory', () => {
  it('has the inhabitants of what it governs', () => {
    const [siren, other] = [aSiren(), aSiren()]

    expect(
      bodiesOf([
        { kind: 'departement', code: '13', siren, name: 'Bouches-du-Rhône' },
        { kind: 'region', code: '93', siren: other, name: 'Région Sud' },
      ]),
    ).toMatchObject([
      {
        key: siren,
        departement: '13',
        region: '93',
        population: 2_000_000,
        aliases: [{ kind: 'departement', code: '13' }],
      },
      { key: other, departement: '', region: '93', population: 5_000_000, aliases: [] },
    ])
  })

  it('may govern two départements, and be the région too', () => {
    const corse = {
      kind: 'departement',
      code: '20R',
      siren: aSiren(),
      name: 'Collectivité de Corse',
      covers_departements: ['2A', '2B'],
      also: 'region',
      region_code: '94',
    }

    expect(bodiesOf([corse])).toMatchObject([
      {
        form: 'unique',
        departement: '2A',
        region: '94',
        population: 330_000,
        aliases: [
          { kind: 'departement', code: '2A' },
          { kind: 'departement', code: '2B' },
        ],
      },
    ])
  })

  it('is none where the territory was merged, or is held by an organisation listed elsewhere', () => {
    const [merged, commune] = [aSiren(), aSiren()]
    const territories = [
      { kind: 'departement', code: '67', name: 'Bas-Rhin', merged_into: merged },
      { kind: 'departement', code: '75', name: 'Paris', same_as: commune },
    ]

    expect(bodiesOf(territories)).toEqual([])
    const file = organisationsFile.parse({ territories, bodies: [], sources: [] })
    expect(departementsHeldBy(file)).toEqual(new Map([[commune, '75']]))
  })
})

describe('another body', () => {
  it('is known by its SIREN, or by its short name where no source gives one', () => {
    const siren = aSiren()
    const body = { kind: 'syndicat', name: 'Syndicat', departement: '13', source: 's1' }

    expect(
      bodiesOf(
        [],
        [
          { ...body, slug: 'avec', siren },
          { ...body, slug: 'sans' },
        ],
      ),
    ).toMatchObject([
      { key: siren, siren, region: '93', population: null },
      { key: 'sans', siren: null },
    ])
  })

  it('is refused with a SIREN whose key is wrong', () => {
    const wrong = { kind: 'syndicat', slug: 'faux', name: 'Faux', siren: '211300042' }

    expect(isSiren('211300042')).toBe(false)
    expect(() => bodiesOf([], [wrong])).toThrow('la clé de ce SIREN est fausse')
  })
})

describe('a documented adoption', () => {
  const line = { body: 'syndicat', software: 'openelec', state: 'production', source: 's1' }
  const mapped = (...adoptions: object[]) =>
    mapAdoptions(adoptionsFile.parse({ adoptions, facts: [], sources: [S1] }), known)

  it('is the word of a third party, with its document', () => {
    expect(mapped({ ...line, since: 2019, reported_on: '2021-05' })).toMatchObject([
      {
        softwareId: 1,
        organisationId: 20,
        trust: 'reported',
        since: '2019',
        reportedOn: '2021-05',
        source: { title: 'Article de presse', url: S1.url },
      },
    ])
  })

  it.each([
    [undefined, '', null, null],
    [{ unit: 'users', min: 10, max: 20 }, 'users', 10, 20],
    [{ unit: 'users', min: 10 }, 'users', 10, 10],
    [{ unit: 'users', max: 20 }, 'users', 20, 20],
    [{ unit: 'workstations', percent: 80 }, 'percent-workstations', 80, 80],
    [{ unit: 'workstations' }, 'workstations', null, null],
  ])('has the perimeter %j kept as %j, %j to %j', (perimeter, unit, min, max) => {
    expect(mapped({ ...line, ...(perimeter && { perimeter }) })).toMatchObject([
      { perimeterUnit: unit, perimeterMin: min, perimeterMax: max },
    ])
  })

  it('is left out alone when it names what the catalogue does not have', () => {
    const lost = [
      { ...line, software: 'inconnu' },
      { ...line, body: 'inconnu' },
    ]

    expect(mapped(...lost, line)).toHaveLength(1)
  })

  it('is refused when its source is not in the file', () => {
    expect(() => mapped({ ...line, source: 's9' })).toThrow('no source "s9" in the file')
  })
})

describe('the label in the reference files', () => {
  it('keeps unknown dates and ranks unknown', () => {
    const editions = [{ year: 2016, scheme: 'copyleft-5', complete: false, sources: ['s1'] }]
    const awards = [{ edition: 2016, name: 'Fontaine', source: 's1' }]

    expect(mapEditions(editionsFile.parse({ editions, sources: [S1] }))).toMatchObject([
      { year: 2016, openedOn: '', candidates: null, axes: [], sources: [{ url: S1.url }] },
    ])
    expect(mapAwards(awardsFile.parse({ awards, sources: [S1] }), known)).toMatchObject([
      { organisationId: null, level: null, distinction: '', mentionSource: null },
    ])
  })
})
