import { isSiren } from '#lib/organisations/rules/siren.ts'
import { fold } from '#lib/text.ts'
import type { Row } from './read-text.ts'

/** What a column of a list may hold. */
export type Field =
  | 'software'
  | 'version'
  | 'publisher'
  | 'installations'
  | 'organisation'
  | 'siren'
  | 'siret'
  | 'insee'
  | 'departement'
  | 'since'
  | 'state'
  | 'workstations'
  | 'users'

export type Columns = Partial<Record<Field, number>>

/** The names of columns, folded. The first that a header has wins. */
const NAMES: Record<Exclude<Field, 'software' | 'organisation'>, readonly string[]> = {
  // "Versions - Nom" is GLPI's.
  version: [
    'version',
    'versions',
    'versions nom',
    'versions name',
    'version du logiciel',
    'software version',
  ],
  publisher: ['editeur', 'publisher', 'fabricant', 'manufacturer', 'vendor'],
  // "Quantité" and "Nb" are those of OCS Inventory, "Nombre d’installations" GLPI's.
  installations: [
    'nombre d installations',
    'number of installations',
    'installations',
    'quantite',
    'quantity',
    'nb',
    'nbre',
    'nombre',
    'count',
    'nombre de machines',
    'number of computers',
    'computers',
  ],
  siren: ['siren', 'n siren', 'numero siren', 'code siren', 'siren number'],
  siret: ['siret', 'n siret', 'numero siret', 'code siret', 'siret number'],
  insee: [
    'insee',
    'code insee',
    'code commune',
    'code commune insee',
    'code insee commune',
    'codgeo',
    'cog',
    'com',
    'depcom',
    'insee code',
    'municipality code',
    'code officiel commune',
  ],
  departement: [
    'departement',
    'dept',
    'dep',
    'code departement',
    'dpt',
    'department',
    'nom departement',
  ],
  since: [
    'depuis',
    'since',
    'date',
    'annee',
    'year',
    'date de mise en service',
    'mise en service',
    'start',
    'date d installation',
    'installation date',
  ],
  state: ['etat', 'state', 'statut', 'status', 'etat d utilisation'],
  workstations: ['postes', 'workstations', 'nombre de postes', 'nb postes', 'postes de travail'],
  users: [
    'utilisateurs',
    'users',
    'nombre d utilisateurs',
    'nb utilisateurs',
    'agents',
    'number of users',
  ],
}

const SOFTWARE = [
  'logiciel',
  'software',
  'nom du logiciel',
  'software name',
  'nom logiciel',
  'application',
  'applications',
  'logiciels',
  'produit',
  'product',
  'displayname',
  'nom de l application',
  'programme',
]
const ORGANISATION = [
  'collectivite',
  'organisme',
  'organisation',
  'commune',
  'nom de la commune',
  'nom de la collectivite',
  'nom commune',
  'libelle',
  'libelle commune',
  'organisation name',
  'municipality',
  'authority',
  'nom de l organisme',
  'adherent',
  'client',
  'ville',
  'mairie',
  'structure',
  'nom collectivite',
  'nom organisme',
  'membre',
]
/** Means the software in a list of software, the organisation in a list of those. */
const NAME = ['nom', 'name', 'intitule', 'denomination', 'raison sociale', 'libelle']

/** Rows that a title may take before the header. */
const HEADER_WITHIN = 10

/**
 * Finds which column holds what: by the names of a header among the first rows, else by what the rows
 * hold.
 * @param kind a list of software of one organisation, or of organisations.
 * @returns the rows below the header; no columns at all where nothing is recognised.
 */
export function findColumns(
  kind: 'own' | 'report',
  rows: readonly Row[],
): { columns: Columns; lines: readonly Row[]; header: string[] } {
  let best: { columns: Columns; at: number } = { columns: {}, at: -1 }
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = byName(kind, row.cells)
    const enough = kind === 'own' ? columns.software !== undefined : keyed(columns)
    if (enough && Object.keys(columns).length > Object.keys(best.columns).length)
      best = { columns, at }
  }
  if (best.at >= 0) {
    return { ...best, lines: rows.slice(best.at + 1), header: rows[best.at]?.cells ?? [] }
  }
  return { columns: byContent(kind, rows), lines: rows, header: [] }
}

function byName(kind: 'own' | 'report', cells: readonly string[]): Columns {
  const names = cells.map(fold)
  const columns: Columns = {}
  const take = (field: Field, wanted: readonly string[]) => {
    if (columns[field] !== undefined) return
    for (const name of wanted) {
      const at = names.indexOf(name)
      if (at === -1 || Object.values(columns).includes(at)) continue
      columns[field] = at
      return
    }
  }
  take('software', SOFTWARE)
  if (kind === 'report') take('organisation', ORGANISATION)
  for (const [field, wanted] of Object.entries(NAMES)) take(field as Field, wanted)
  take(kind === 'own' ? 'software' : 'organisation', NAME)
  return columns
}

const keyed = (columns: Columns) =>
  columns.siren !== undefined ||
  columns.siret !== undefined ||
  columns.insee !== undefined ||
  columns.organisation !== undefined

/** Cells that what a column holds is told from. */
const SAMPLE = 60
const MOST = 0.6

function byContent(kind: 'own' | 'report', rows: readonly Row[]): Columns {
  const sample = rows.slice(0, SAMPLE)
  const width = Math.max(0, ...sample.map((row) => row.cells.length))
  const columns: Columns = {}
  const share = (at: number, is: (text: string) => boolean) =>
    sample.filter((row) => is(row.cells[at] ?? '')).length / (sample.length || 1)
  for (let at = 0; at < width; at++) {
    if (kind === 'own') {
      if (columns.software === undefined && share(at, isName) > MOST) columns.software = at
      else if (columns.version === undefined && share(at, isVersion) > MOST) columns.version = at
    } else if (columns.siret === undefined && share(at, isSiretLike) > MOST) columns.siret = at
    else if (columns.siren === undefined && share(at, isSirenLike) > MOST) columns.siren = at
    else if (columns.insee === undefined && share(at, isInsee) > MOST) columns.insee = at
  }
  return columns
}

const compact = (text: string) => text.replace(/[\s.\u00a0\u202f]/g, '')
const isName = (text: string) => /\p{L}{2}/u.test(text)
const isVersion = (text: string) => /^v?\d+(\.\d+)*[\w.+~-]*$/i.test(text)
const isSirenLike = (text: string) => isSiren(compact(text))
const isSiretLike = (text: string) =>
  /^\d{14}$/.test(compact(text)) && isSiren(compact(text).slice(0, 9))
const isInsee = (text: string) => /^(\d{5}|2[AB]\d{3})$/i.test(text)
