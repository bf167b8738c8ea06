import { describe, expect, it } from 'vitest'
import { epciName, mapCommunes, mapEpci, populations } from './map.ts'
import type { Decoupage } from './read.ts'

type Commune = Decoupage['communes'][number]

function aCommune(overrides: Partial<Commune> = {}): Commune {
  return {
    code: '13004',
    nom: 'Arles',
    type: 'commune-actuelle',
    zone: 'metro',
    departement: '13',
    region: '93',
    siren: '211300041',
    codesPostaux: ['13200'],
    population: 50_000,
    ...overrides,
  }
}

function aDecoupage(communes: Commune[], epci: Decoupage['epci'] = []): Decoupage {
  return { regions: [], departements: [], communes, epci }
}

const mapped = (...communes: Commune[]) => mapCommunes(aDecoupage(communes))

describe('a commune of today', () => {
  it('is an organisation under its SIREN, with its postal codes', () => {
    expect(mapped(aCommune())).toEqual([
      {
        key: '211300041',
        siren: '211300041',
        insee: '13004',
        kind: 'commune',
        form: '',
        name: 'Arles',
        departement: '13',
        region: '93',
        epci: null,
        population: 50_000,
        postcodes: ['13200'],
        aliases: [],
      },
    ])
  })

  it('is known by its INSEE code overseas, where it has no SIREN and no count of inhabitants', () => {
    const { siren, population, codesPostaux, ...overseas } = aCommune({
      code: '98735',
      nom: 'Papeete',
      zone: 'com',
    })

    expect(mapped(overseas)).toMatchObject([
      { key: 'insee-98735', siren: null, population: null, postcodes: [] },
    ])
  })

  it('is still found by the codes that it had before', () => {
    expect(mapped(aCommune({ anciensCodes: ['13901', '13902'] }))[0]?.aliases).toEqual([
      { kind: 'former-code', code: '13901', name: '' },
      { kind: 'former-code', code: '13902', name: '' },
    ])
  })

  it('belongs to the EPCI that names it among its members', () => {
    const epci = anEpci({ code: '241300417', membres: [member('13004')] })

    expect(mapCommunes(aDecoupage([aCommune()], [epci]))[0]?.epci).toBe('241300417')
  })
})

describe('a part of a commune', () => {
  it.each([
    ['a delegated commune', { type: 'commune-deleguee', chefLieu: '13004' }, 'deleguee'],
    ['an associated commune', { type: 'commune-associee', chefLieu: '13004' }, 'associee'],
    ['an arrondissement', { type: 'arrondissement-municipal', commune: '13004' }, 'arrondissement'],
  ] as const)(
    'leads to the whole when it is %s, by its code, its name and its postal code',
    (_what, part, kind) => {
      const rows = mapped(
        aCommune(),
        aCommune({ code: '13999', nom: 'Moulès', codesPostaux: ['13280', '13200'], ...part }),
      )

      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({
        name: 'Arles',
        postcodes: ['13200', '13280'],
        aliases: [{ kind, code: '13999', name: 'Moulès' }],
      })
    },
  )

  it('is found wherever it stands in the source, even before the whole', () => {
    const rows = mapped(
      aCommune({ code: '13999', nom: 'Moulès', type: 'commune-deleguee', chefLieu: '13004' }),
      aCommune(),
    )

    expect(rows[0]?.aliases).toHaveLength(1)
  })

  it('has nothing to lead to when it bears the code and the name of the whole', () => {
    const rows = mapped(aCommune(), aCommune({ type: 'commune-deleguee', chefLieu: '13004' }))

    expect(rows[0]?.aliases).toEqual([])
  })

  it('keeps its own name when it bears only the code of the whole', () => {
    const part = { nom: 'Vieil-Arles', type: 'commune-deleguee', chefLieu: '13004' } as const

    expect(mapped(aCommune(), aCommune(part))[0]?.aliases).toEqual([
      { kind: 'deleguee', code: '13004', name: 'Vieil-Arles' },
    ])
  })

  it('is left out when the source does not say of what', () => {
    expect(mapped(aCommune({ type: 'commune-deleguee', chefLieu: '99999' }))).toEqual([])
  })
})

describe('an EPCI', () => {
  it.each([
    ['CC Vallée des Baux', 'Communauté de communes Vallée des Baux'],
    ['CA Arles-Crau-Camargue', 'Communauté d’agglomération Arles-Crau-Camargue'],
    ['CU Grand Besançon', 'Communauté urbaine Grand Besançon'],
    ['Métropole d’Aix-Marseille', 'Métropole d’Aix-Marseille'],
    ['CCAS de Nulle-Part', 'CCAS de Nulle-Part'],
    ['Pays de CC', 'Pays de CC'],
  ])('named %s is %s', (short, name) => {
    expect(epciName(short)).toBe(name)
  })

  it('is where its most populous member is, with the inhabitants of all', () => {
    const communes = [
      aCommune({ code: '84001', departement: '84' }),
      aCommune({ code: '13004', departement: '13' }),
    ]
    const epci = anEpci({
      nom: 'CA Deux-Rives',
      type: 'CA',
      populationMunicipale: 60_000,
      membres: [member('84001', 10_000), member('13004', 50_000)],
    })

    expect(mapEpci(aDecoupage(communes, [epci]))).toMatchObject([
      {
        key: '241300417',
        siren: '241300417',
        kind: 'epci',
        form: 'CA',
        name: 'Communauté d’agglomération Deux-Rives',
        departement: '13',
        region: '93',
        population: 60_000,
      },
    ])
  })

  it('is refused when its seat is no commune of today: the source contradicts itself', () => {
    const epci = anEpci({ membres: [member('13999')] })

    expect(() => mapEpci(aDecoupage([aCommune()], [epci]))).toThrow(
      'EPCI 241300417: member 13999 is not a commune of today',
    )
  })
})

describe('the inhabitants', () => {
  it('of a département and of a région are those of their communes of today, once each', () => {
    const { departement, region } = populations(
      aDecoupage([
        aCommune({ population: 1_000 }),
        aCommune({ code: '13005', population: 200 }),
        aCommune({ code: '84007', departement: '84', population: 30 }),
        aCommune({ code: '13999', type: 'commune-deleguee', chefLieu: '13004', population: 4 }),
      ]),
    )

    expect(Object.fromEntries(departement)).toEqual({ 13: 1_200, 84: 30 })
    expect(Object.fromEntries(region)).toEqual({ 93: 1_230 })
  })

  it('of the Rhône leave out the Métropole de Lyon, which is the département on its own land', () => {
    const { departement, region } = populations(
      aDecoupage(
        [
          aCommune({ code: '69123', departement: '69', region: '84', population: 500_000 }),
          aCommune({ code: '69264', departement: '69', region: '84', population: 36_000 }),
        ],
        [anEpci({ type: 'MET69', membres: [member('69123')] })],
      ),
    )

    expect(departement.get('69')).toBe(36_000)
    expect(region.get('84')).toBe(536_000)
  })
})

function anEpci(overrides: Partial<Decoupage['epci'][number]> = {}): Decoupage['epci'][number] {
  return {
    code: '241300417',
    nom: 'CC Exemple',
    type: 'CC',
    populationMunicipale: 1_000,
    membres: [],
    ...overrides,
  }
}

function member(code: string, populationMunicipale = 1_000) {
  return { code, populationMunicipale }
}
