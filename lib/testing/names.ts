import type { Context } from '#lib/context.ts'
import {
  loadOrganisations,
  loadTerritories,
  type OrganisationInput,
} from '#lib/organisations/commands.ts'
import { anOrganisationInput, aSiren, SOURCE } from './builders.ts'

const DEPARTEMENTS = [
  ['13', 'Bouches-du-Rhône'],
  ['14', 'Calvados'],
  ['17', 'Charente-Maritime'],
  ['22', 'Côtes-d’Armor'],
  ['23', 'Creuse'],
  ['25', 'Doubs'],
  ['35', 'Ille-et-Vilaine'],
  ['38', 'Isère'],
  ['43', 'Haute-Loire'],
  ['47', 'Lot-et-Garonne'],
  ['50', 'Manche'],
  ['56', 'Morbihan'],
  ['62', 'Pas-de-Calais'],
  ['70', 'Haute-Saône'],
  ['74', 'Haute-Savoie'],
  ['76', 'Seine-Maritime'],
  ['77', 'Seine-et-Marne'],
  ['80', 'Somme'],
  ['84', 'Vaucluse'],
  ['93', 'Seine-Saint-Denis'],
  ['974', 'La Réunion'],
] as const

/** A small register with the traps of the real one. @returns the id of each organisation by its name. */
export function aRegister(context: Context): (name: string, departement?: string) => number {
  loadTerritories(context, {
    regions: [{ code: '93', name: 'Une région', zone: 'metro' }],
    departements: DEPARTEMENTS.map(([code, name]) => ({ code, name, zone: 'metro', region: '93' })),
  })
  const groups = new Map<string, string>()
  const group = (name: string, form: string, departement: string): OrganisationInput => {
    const siren = aSiren()
    groups.set(name, siren)
    return anOrganisationInput({
      siren,
      key: siren,
      kind: 'epci',
      form,
      name,
      departement,
      insee: '',
    })
  }
  const body = (
    kind: string,
    name: string,
    departement: string,
    aliases: OrganisationInput['aliases'] = [],
  ) => anOrganisationInput({ kind, name, departement, insee: '', aliases })
  const commune = (
    name: string,
    departement: string,
    rest: Partial<OrganisationInput> & { of?: string } = {},
  ) => {
    const { of, ...overrides } = rest
    return anOrganisationInput({
      name,
      departement,
      epci: of ? (groups.get(of) ?? null) : null,
      ...overrides,
    })
  }
  loadOrganisations(
    context,
    [
      group('Communauté d’agglomération du Puy-en-Velay', 'CA', '43'),
      group('Communauté urbaine Grand Besançon Métropole', 'CU', '25'),
      group('Grenoble-Alpes-Métropole', 'METRO', '38'),
      group('Rennes Métropole', 'METRO', '35'),
      group('Communauté de communes Rumilly Terre de Savoie', 'CC', '74'),
      group('Communauté d’agglomération Dinan Agglomération', 'CA', '22'),
      group('Communauté d’agglomération de La Rochelle', 'CA', '17'),
      group('Communauté de communes du Pays de Lumbres', 'CC', '62'),
      group('Communauté de communes Pays d’Orange en Provence', 'CC', '84'),
      group('Communauté urbaine Caen la Mer', 'CU', '14'),
      commune('Le Puy-en-Velay', '43', { of: 'Communauté d’agglomération du Puy-en-Velay' }),
      commune('Besançon', '25', { of: 'Communauté urbaine Grand Besançon Métropole' }),
      commune('Grenoble', '38', { of: 'Grenoble-Alpes-Métropole' }),
      commune('Rennes', '35', { of: 'Rennes Métropole', population: 220_000 }),
      commune('Rumilly', '74', { of: 'Communauté de communes Rumilly Terre de Savoie' }),
      commune('Rumilly', '62', { population: 200 }),
      commune('Dinan', '22', {
        of: 'Communauté d’agglomération Dinan Agglomération',
        aliases: [{ kind: 'deleguee', code: '22123', name: 'Léhon' }],
      }),
      commune('La Rochelle', '17', {
        of: 'Communauté d’agglomération de La Rochelle',
        population: 79_000,
      }),
      commune('La Rochelle', '70', { population: 40 }),
      commune('Orange', '84', { of: 'Communauté de communes Pays d’Orange en Provence' }),
      commune('Saint-Denis', '93', { population: 150_000, postcodes: ['93200', '93210'] }),
      commune('Saint-Denis', '974', { population: 156_000 }),
      commune('Le Havre', '76'),
      commune('Boé', '47'),
      commune('Clichy-sous-Bois', '93'),
      commune('Montereau-Fault-Yonne', '77'),
      commune('Eu', '76'),
      commune('Arles', '13'),
      commune('Creuse', '80', { population: 200 }),
      body('departement', 'Département de la Creuse', '23', [
        { kind: 'departement', code: '23', name: '' },
      ]),
      body('departement', 'Département de l’Isère', '38', [
        { kind: 'departement', code: '38', name: '' },
      ]),
      body('departement', 'Département du Morbihan', '56', [
        { kind: 'departement', code: '56', name: '' },
      ]),
      body('region', 'Région Bretagne', ''),
      body('sdis', 'Service départemental d’incendie et de secours de la Manche', '50'),
      body('syndicat', 'Morbihan Énergies', '56'),
      body(
        'syndicat',
        'Syndicat intercommunal pour les télécommunications et les prestations informatiques (SITPI)',
        '38',
      ),
    ],
    SOURCE,
  )
  return (name, departement) => {
    const row = context.db.$client
      .prepare('SELECT id FROM organisation WHERE name = ? AND (? IS NULL OR departement = ?)')
      .get(name, departement ?? null, departement ?? null) as { id: number } | undefined
    if (!row) throw new Error(`the register has no ${name}`)
    return row.id
  }
}
