import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { anOrganisation } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aRegister } from '#lib/testing/names.ts'
import { nameMatcher } from './match-name.ts'
import type { NameMatch } from './schema.ts'

let context: Context
let idOf: ReturnType<typeof aRegister>
let match: (name: string) => NameMatch

beforeAll(() => {
  context = makeTestContext()
  idOf = aRegister(context)
  match = nameMatcher(context.db)
})

const meant = (name: string) => match(name).candidates.map((item) => item.organisationId)

describe('a name that can mean one organisation alone', () => {
  it.each([
    ['Ville de Boé', 'Boé', '47'],
    ['VILLE DE BOE', 'Boé', '47'],
    ['Ville de Clichy-sous-Bois', 'Clichy-sous-Bois', '93'],
    ['Clichy-sous-Bois', 'Clichy-sous-Bois', '93'],
    ['Mairie de Montereau-Fault-Yonne', 'Montereau-Fault-Yonne', '77'],
    ['Mairie du Havre', 'Le Havre', '76'],
    ['CA du Puy-en-Velay', 'Communauté d’agglomération du Puy-en-Velay', '43'],
    ['GRAND BESANCON METROPOLE', 'Communauté urbaine Grand Besançon Métropole', '25'],
    ['Caen la mer', 'Communauté urbaine Caen la Mer', '14'],
    ['Ville de Besançon', 'Besançon', '25'],
    ['Rennes Métropole', 'Rennes Métropole', '35'],
    ['Métropole de Rennes', 'Rennes Métropole', '35'],
    ['Dinan Agglomération', 'Communauté d’agglomération Dinan Agglomération', '22'],
    ['Département de la Creuse', 'Département de la Creuse', '23'],
    ["Département de l'Isère (38)", 'Département de l’Isère', '38'],
    ['CD38', 'Département de l’Isère', '38'],
    ['SDIS 50', 'Service départemental d’incendie et de secours de la Manche', '50'],
    ['SDIS de la Manche', 'Service départemental d’incendie et de secours de la Manche', '50'],
    ['Conseil régional de Bretagne', 'Région Bretagne', ''],
    ['Morbihan énergies', 'Morbihan Énergies', '56'],
    ['Saint-Denis (93)', 'Saint-Denis', '93'],
    ['Saint-Denis (La Réunion)', 'Saint-Denis', '974'],
    ['93200 Saint-Denis', 'Saint-Denis', '93'],
    ['Ville de La Rochelle (Charente-Maritime)', 'La Rochelle', '17'],
  ])('%s', (name, organisation, departement) => {
    expect(match(name)).toMatchObject({ status: 'exact', reasons: [] })
    expect(meant(name)).toEqual([idOf(organisation, departement)])
  })
})

describe('a name that may mean several, with why', () => {
  it.each([
    ['Saint-Denis', ['homonyms'], ['Saint-Denis/974', 'Saint-Denis/93']],
    ['Ville de La Rochelle', ['homonyms'], ['La Rochelle/17', 'La Rochelle/70']],
    ['Creuse', ['homonyms'], ['Département de la Creuse/23', 'Creuse/80']],
    [
      'Besançon',
      ['city-and-group'],
      ['Besançon/25', 'Communauté urbaine Grand Besançon Métropole/25'],
    ],
    ['Grenoble', ['city-and-group'], ['Grenoble/38', 'Grenoble-Alpes-Métropole/38']],
    ['Rennes', ['city-and-group'], ['Rennes/35', 'Rennes Métropole/35']],
    ['Métropole de Grenoble', ['other-kind'], ['Grenoble-Alpes-Métropole/38', 'Grenoble/38']],
    ['Léhon', ['former'], ['Dinan/22']],
    ['Montereau-Fault-Yone', ['misspelt'], ['Montereau-Fault-Yonne/77']],
    ['CCAS de Boé', ['other-kind'], ['Boé/47']],
    [
      'Communauté d’agglomération du Pays de Lumbres',
      ['other-kind'],
      ['Communauté de communes du Pays de Lumbres/62'],
    ],
    ['Ville de Boé (33)', ['elsewhere'], ['Boé/47']],
    ['Arles (service informatique)', ['gloss'], ['Arles/13']],
    [
      'SITPI',
      ['acronym'],
      [
        'Syndicat intercommunal pour les télécommunications et les prestations informatiques (SITPI)/38',
      ],
    ],
    ['Eu', ['short'], ['Eu/76']],
    ['Morbihan', ['territory'], ['Département du Morbihan/56']],
    ['Ville et Métropole de Rennes', ['several'], ['Rennes/35', 'Rennes Métropole/35']],
    ['Arles, Boé', ['list'], ['Arles/13', 'Boé/47']],
  ])('%s: %j', (name, reasons, candidates) => {
    expect(match(name)).toMatchObject({ status: 'doubtful', reasons })
    expect(meant(name)).toEqual(
      candidates.map((item) => idOf(...(item.split('/') as [string, string]))),
    )
  })

  it('says of a mairie and its communauté that they are two', () => {
    const name = 'Rumilly (Mairie et Communauté de Communes)'

    expect(match(name)).toMatchObject({ status: 'doubtful', reasons: ['several'] })
    expect(meant(name)).toEqual(
      expect.arrayContaining([
        idOf('Rumilly', '74'),
        idOf('Rumilly', '62'),
        idOf('Communauté de communes Rumilly Terre de Savoie'),
      ]),
    )
  })

  it('does not take a company for the commune of its name', () => {
    expect(match('Orange').status).toBe('doubtful')
    expect(match('Ville d’Orange').status).toBe('exact')
  })
})

describe('a name that very many bear', () => {
  it('says how many, and in how many départements, beyond those that it shows', () => {
    const crowd = makeTestContext()
    aRegister(crowd)
    for (const departement of ['13', '14', '17', '22', '23', '25', '35', '38', '43', '47']) {
      anOrganisation(crowd, { name: 'Saint-Pierre', departement })
    }

    expect(nameMatcher(crowd.db)('Ville de Saint-Pierre')).toMatchObject({
      reasons: ['homonyms'],
      candidates: { length: 8 },
      more: 2,
      departements: 10,
    })
  })
})

describe('a name that no organisation of the register bears', () => {
  it.each([
    ['DÉMO collectivité', 'demonstration'],
    ['Gemeente Utrecht', 'foreign'],
    ['AUSL Piacenza', 'foreign'],
    ['Comune di Arles', 'foreign'],
    ['Collectivités', 'vague'],
    ['1 000 communes', 'vague'],
    ['Université Paris 1 ', 'teaching'],
    ['Université de Rennes', 'teaching'],
    ['INSA Rennes', 'teaching'],
    ['Académie de Rennes', 'teaching'],
    ['Direction interministérielle du numérique (DINUM)', 'state'],
    ['DRAC Pays de la Loire - Ministère de la Culture', 'state'],
    ['CHU de Grenoble', 'health'],
    ['One Scarl, Compagnia Toscana Trasporti (CTT) e altre aziende', 'company'],
    ['Mercator Ocean', 'unknown'],
    ['GIP RECIA', 'unknown'],
    ['Agence Technique Départementale de Charente', 'unknown'],
    ['', 'vague'],
  ])('%s is left to nobody: %s', (name, reason) => {
    expect(match(name)).toMatchObject({ status: 'none', candidates: [], reasons: [reason] })
  })
})
