import type { Db } from '#db/client.ts'
import { nearNames } from './internal/near-names.ts'
import {
  type Bearer,
  type RegisterIndex,
  type RegisterRow,
  readRegister,
} from './internal/register-index.ts'
import type { KindHint } from './rules/kind-words.ts'
import { isAlsoOther, sortOf } from './rules/name-sorts.ts'
import { BY_PLACE, type NameReading, nameForm, readName } from './rules/read-name.ts'
import {
  type CandidateReason,
  MOST_CANDIDATES,
  type NameCandidate,
  type NameMatch,
  type NameReason,
} from './schema.ts'

const none = (reason: NameReason): NameMatch => ({
  status: 'none',
  candidates: [],
  reasons: [reason],
  more: 0,
  departements: 0,
})

/** What may be meant, as far as a person can look at it, and how much more there is. */
function doubtful(
  all: readonly NameCandidate[],
  reasons: readonly NameReason[],
  departements = 0,
): NameMatch {
  const candidates = all.slice(0, MOST_CANDIDATES)
  return {
    status: 'doubtful',
    candidates,
    reasons: [...new Set(reasons)],
    more: all.length - candidates.length,
    departements,
  }
}

/**
 * Finds whom a name means among the organisations of the register. Made once a list: it reads all names.
 * `exact` is said only where one organisation alone can be meant; what is doubtful comes with those that
 * it may mean and why. Nothing is guessed from a part of a name.
 */
export function nameMatcher(db: Pick<Db, 'all'>): (name: string) => NameMatch {
  const index = readRegister(db)
  return (name) => matchIn(index, name)
}

function matchIn(index: RegisterIndex, text: string): NameMatch {
  const reading = readName(text)
  if (reading.folded === '' || reading.isVague) return none('vague')
  if (reading.both.length > 0) return severalOf(index, reading)
  const found = bearersOf(index, reading)
  if (found) return decide(index, reading, found)
  const parts = partsOf(index, reading)
  if (parts) return parts
  const sort = sortOf(reading.folded)
  if (sort !== 'unknown') return none(sort)
  if (reading.isList) return none('list')
  return nearest(index, reading) ?? none('unknown')
}

interface Found {
  bearers: readonly Bearer[]
  said: KindHint | null
  /** What it is called, without what says of which kind it is. */
  key: string
}

/** Those who bear a name, by the first way to read it that anybody fits; else anybody of another kind. */
function bearersOf(index: RegisterIndex, reading: NameReading): Found | undefined {
  let other: Found | undefined
  for (const { names, said } of reading.readings) {
    const bearers = new Map<number, Bearer>()
    for (const name of names) {
      for (const bearer of bearing(index, reading, name, said)) {
        if (!bearers.has(bearer.row.id)) bearers.set(bearer.row.id, bearer)
      }
    }
    if (bearers.size === 0) continue
    const found = { bearers: [...bearers.values()], said, key: names[0] ?? '' }
    if (found.bearers.some(({ row }) => isOfKind(row, said))) return found
    other ??= found
  }
  return other
}

function bearing(
  index: RegisterIndex,
  { departement }: NameReading,
  name: string,
  said: KindHint | null,
): readonly Bearer[] {
  if (name !== BY_PLACE) return index.bearers.get(name) ?? []
  const named = (row: RegisterRow): Bearer => ({ row, as: 'name', alias: '' })
  if (said?.kinds.includes('departement')) {
    const row = index.governs.get(departement)
    return row ? [named(row)] : []
  }
  return said?.kinds.includes('sdis') || said?.kinds.includes('centre-de-gestion')
    ? [...index.byId.values()]
        .filter((row) => isOfKind(row, said) && row.departement.toLowerCase() === departement)
        .map(named)
    : []
}

const isOfKind = (row: RegisterRow, said: KindHint | null) =>
  said === null ||
  said.kinds.includes(row.kind) ||
  // Martinique, Guyane, Paris: one body is the département and more.
  (said.kinds.includes('region') && row.form === 'unique')

function decide(
  index: RegisterIndex,
  reading: NameReading,
  { bearers, said, key }: Found,
): NameMatch {
  const reasons: NameReason[] = []
  const place = placeOf(index, reading)
  const ofKind = bearers.filter(({ row }) => isOfKind(row, said) || governsIt(index, row, said))
  const here = ofKind.filter(({ row }) => place === null || place(row))
  const named = here.length > 0 ? here : ofKind.length > 0 ? ofKind : bearers
  if (ofKind.length === 0) reasons.push('other-kind')
  else if (here.length === 0) reasons.push('elsewhere')
  const why: CandidateReason | undefined =
    ofKind.length === 0 ? 'other-kind' : here.length === 0 ? 'elsewhere' : undefined
  const candidates = named.map((bearer) => candidateOf(bearer, why))
  const own = named.filter(({ as }) => as === 'name')
  const city = said === null ? cityAndGroup(index, own) : []
  const [only] = named
  if (named.length > 1 && !isOneCity(index, named)) reasons.push('homonyms')
  if (city.length > 0 || isOneCity(index, named)) reasons.push('city-and-group')
  if (named.length === 1 && only?.as === 'former') reasons.push('former')
  if (named.length === 1 && only?.as === 'acronym') reasons.push('acronym')
  if (named.length === 1 && only && said?.form && only.row.form !== said.form)
    reasons.push('other-kind')
  if (reading.gloss !== '' && place === null && !isItsAcronym(only, reading)) reasons.push('gloss')
  if (said === null && key.length <= 3) reasons.push('short')
  if (said === null && isAlsoOther(key)) reasons.push('also-other')
  if (said === null && only && isTerritory(only.row, key)) reasons.push('territory')
  const groups = ofKind.length === 0 ? groupsOf(index, named, said) : []
  const all = unique([...groups, ...candidates, ...city]).sort((a, b) => byRank(index, a, b))
  if (reasons.length === 0) return { ...none('unknown'), status: 'exact', candidates: all, reasons }
  const places = new Set(named.map(({ row }) => row.departement))
  return doubtful(all, reasons, reasons.includes('homonyms') ? places.size : 0)
}

const governsIt = (index: RegisterIndex, row: RegisterRow, said: KindHint | null) =>
  said?.kinds.includes('departement') === true &&
  index.governs.get(row.departement.toLowerCase())?.id === row.id

/** "Finistère" is a place: whoever means the département's own body mostly says so. */
const isTerritory = ({ kind, name }: RegisterRow, key: string) =>
  (kind === 'departement' || kind === 'region') && nameForm(name) !== key

function candidateOf({ row, as, alias }: Bearer, why?: CandidateReason): NameCandidate {
  return { organisationId: row.id, why: why ?? as, alias: as === 'former' ? alias : '' }
}

/** Where the name says that it is: a département or a postal code beside it. Null where it does not. */
function placeOf(
  index: RegisterIndex,
  reading: NameReading,
): ((row: RegisterRow) => boolean) | null {
  const code =
    index.departements.get(reading.departement) ??
    index.departements.get(reading.gloss) ??
    index.departements.get(reading.gloss.replace(/^(le|la|les|l) /, ''))
  if (code !== undefined) return (row) => row.departement === code
  // A code that no département bears is not read past.
  if (reading.departement !== '') return () => false
  if (reading.postcode === '') return null
  const ids = index.byPostcode(reading.postcode)
  return (row) => ids.has(row.id)
}

const isItsAcronym = (bearer: Bearer | undefined, { gloss }: NameReading) =>
  bearer !== undefined && nameForm(bearer.row.name).split(' ').includes(gloss)

/** The group that is known by the name of a city, where that city alone was found, or the reverse. */
function cityAndGroup(index: RegisterIndex, named: readonly Bearer[]): NameCandidate[] {
  return named.flatMap(({ row }) => {
    const group = index.groupOfCity.get(row.id)
    return group ? [{ organisationId: group.id, why: 'group' as const, alias: '' }] : []
  })
}

/** A city and its own group, under the one name: they are no homonyms. */
function isOneCity(index: RegisterIndex, named: readonly Bearer[]): boolean {
  const [one, two] = named
  if (!one || !two || named.length > 2) return false
  return (
    index.groupOfCity.get(one.row.id)?.id === two.row.id ||
    index.groupOfCity.get(two.row.id)?.id === one.row.id
  )
}

/** "Métropole de Grenoble": the group of the commune that bears the name. */
function groupsOf(
  index: RegisterIndex,
  named: readonly Bearer[],
  said: KindHint | null,
): NameCandidate[] {
  if (!said?.kinds.includes('epci')) return []
  return named.flatMap(({ row }) => {
    const group = row.epciId === null ? undefined : index.byId.get(row.epciId)
    return group ? [{ organisationId: group.id, why: 'group' as const, alias: '' }] : []
  })
}

/** Two bodies under one name: those of each kind that bear it. */
function severalOf(index: RegisterIndex, reading: NameReading): NameMatch {
  const place = placeOf(index, reading)
  const candidates = reading.both.flatMap((said) => {
    const name = reading.readings.at(-1)?.names[0] ?? ''
    const names = reading.readings.flatMap((item) => item.names)
    const bearers = [name, ...names].flatMap((key) => index.bearers.get(key) ?? [])
    const fitting = bearers.filter(
      ({ row }) => isOfKind(row, said) && (place === null || place(row)),
    )
    const groups = fitting.length === 0 ? groupsOf(index, bearers, said) : []
    return [...fitting.map((bearer) => candidateOf(bearer, 'part')), ...groups]
  })
  return candidates.length > 0 ? doubtful(unique(candidates), ['several']) : none('several')
}

/** A list in one: each of its names means somebody. */
function partsOf(index: RegisterIndex, reading: NameReading): NameMatch | undefined {
  if (reading.parts.length < 2) return undefined
  const meant = reading.parts.flatMap((part) => {
    const read = readName(part)
    const found = bearersOf(index, read)
    return found ? [decide(index, read, found).candidates] : []
  })
  if (meant.length === 0 || (meant.length === 1 && !reading.isList)) return undefined
  const candidates = meant.flat().map((item) => ({ ...item, why: 'part' as const }))
  return doubtful(unique(candidates), ['list'])
}

function nearest(index: RegisterIndex, reading: NameReading): NameMatch | undefined {
  const place = placeOf(index, reading)
  const candidates: NameCandidate[] = []
  for (const { names, said } of reading.readings) {
    for (const key of names.flatMap((name) => nearNames(index.near, name))) {
      for (const bearer of index.bearers.get(key) ?? []) {
        if (!isOfKind(bearer.row, said)) continue
        if (place !== null && !place(bearer.row)) continue
        candidates.push({ ...candidateOf(bearer, 'near'), alias: bearer.alias })
      }
    }
  }
  return candidates.length === 0 ? undefined : doubtful(unique(candidates), ['misspelt'])
}

function unique(candidates: readonly NameCandidate[]): NameCandidate[] {
  const seen = new Set<number>()
  return candidates.filter(
    ({ organisationId }) => !seen.has(organisationId) && seen.add(organisationId),
  )
}

/** By what they were found by, then the most populous first. */
function byRank(index: RegisterIndex, a: NameCandidate, b: NameCandidate): number {
  const rank = ({ why }: NameCandidate) => RANKS.indexOf(why)
  const people = ({ organisationId }: NameCandidate) =>
    index.byId.get(organisationId)?.population ?? 0
  return rank(a) - rank(b) || people(b) - people(a) || a.organisationId - b.organisationId
}

const RANKS: readonly CandidateReason[] = [
  'name',
  'core',
  'former',
  'group',
  'acronym',
  'near',
  'part',
  'elsewhere',
  'other-kind',
]
