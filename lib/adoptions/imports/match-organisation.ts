import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { LineFault } from '#lib/importers/schema.ts'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import { fold } from '#lib/text.ts'
import { organisationNameKey } from '../rules/organisation-name.ts'

/** What a line says of which organisation it means; empty where its list has no such column. */
export interface OrganisationKeys {
  siren: string
  siret: string
  insee: string
  organisation: string
  departement: string
}

export type OrganisationMatch =
  | { status: 'matched'; organisationId: number; certainty: 'siren' | 'insee' | 'name' }
  | { status: 'ambiguous'; candidates: number[] }
  | { status: 'unknown' }
  | { status: 'wrong'; fault: LineFault }

const MOST_CANDIDATES = 10
const compact = (text: string) => text.replace(/[\s.\u00a0\u202f-]/g, '')
const wrong = (fault: LineFault): OrganisationMatch => ({ status: 'wrong', fault })
const UNKNOWN: OrganisationMatch = { status: 'unknown' }

/** Finds the organisation that a line means, by the surest of its keys. Made once a list. */
export function organisationMatcher(
  db: Pick<Db, 'all'>,
): (keys: OrganisationKeys) => OrganisationMatch {
  const index = readIndex(db)
  return (keys) => {
    const bySiren = sirenOf(keys)
    if (typeof bySiren === 'object') return bySiren
    const byInsee = inseeOf(keys.insee)
    if (typeof byInsee === 'object') return byInsee
    const siren = bySiren === '' ? undefined : index.siren.get(bySiren)
    const insee = byInsee === '' ? undefined : index.insee.get(byInsee)
    if (siren !== undefined) {
      const apart = insee !== undefined && !insee.includes(siren)
      if (apart) return wrong('contradiction')
      return { status: 'matched', organisationId: siren, certainty: 'siren' }
    }
    if (insee !== undefined) return oneOf(insee, 'insee')
    // A code that nobody bears is not made up for by a name.
    if (bySiren !== '' || byInsee !== '') return UNKNOWN
    if (keys.organisation.trim() === '') return wrong('no-key')
    return byName(index, keys)
  }
}

function oneOf(ids: number[], certainty: 'insee' | 'name'): OrganisationMatch {
  const [only] = ids
  return ids.length === 1 && only !== undefined
    ? { status: 'matched', organisationId: only, certainty }
    : { status: 'ambiguous', candidates: ids.slice(0, MOST_CANDIDATES) }
}

/** Spreadsheets turn long numbers into 2,1E+08: what they rounded away is gone. */
const isRounded = (text: string) => /^\d([.,]\d+)?E\+?\d+$/i.test(text.trim())

function sirenOf({ siren, siret }: OrganisationKeys): string | OrganisationMatch {
  if (isRounded(siren) || isRounded(siret)) return wrong('rounded')
  const [short, long] = [compact(siren), compact(siret)]
  if (short !== '') {
    // A SIRET in the column of SIRENs is as good.
    const digits = short.length === 14 ? short.slice(0, 9) : short
    return isSiren(digits) && /^\d+$/.test(short) ? digits : wrong('bad-siren')
  }
  if (long === '') return ''
  return /^\d{14}$/.test(long) && isSiren(long.slice(0, 9)) ? long.slice(0, 9) : wrong('bad-siret')
}

/** A spreadsheet takes the first zero of 01004 for nothing. */
function inseeOf(text: string): string | OrganisationMatch {
  const code = compact(text).toUpperCase()
  if (code === '') return ''
  const whole = /^\d{4}$/.test(code) ? `0${code}` : code
  return /^(\d{5}|2[AB]\d{3})$/.test(whole) ? whole : wrong('bad-insee')
}

function byName(index: Index, keys: OrganisationKeys): OrganisationMatch {
  const all = index.names.get(organisationNameKey(keys.organisation)) ?? []
  if (all.length === 0) return UNKNOWN
  const typed = keys.departement.trim()
  if (typed === '') {
    // A name alone is no key: even a rare one may be borne by another body tomorrow.
    return { status: 'ambiguous', candidates: all.slice(0, MOST_CANDIDATES).map((item) => item.id) }
  }
  const code = index.departements.get(/^\d$/.test(typed) ? `0${typed}` : fold(typed))
  if (code === undefined) return UNKNOWN
  const here = all.filter((item) => item.departement === code)
  return here.length === 0
    ? UNKNOWN
    : oneOf(
        here.map((item) => item.id),
        'name',
      )
}

interface Index {
  siren: ReadonlyMap<string, number>
  insee: ReadonlyMap<string, number[]>
  names: ReadonlyMap<string, Array<{ id: number; departement: string }>>
  /** Code by code and by folded name. */
  departements: ReadonlyMap<string, string>
}

function readIndex(db: Pick<Db, 'all'>): Index {
  const siren = new Map<string, number>()
  const insee = new Map<string, number[]>()
  const names = new Map<string, Array<{ id: number; departement: string }>>()
  const known = new Map<number, string>()
  const addName = (name: string, id: number, departement: string) => {
    const key = organisationNameKey(name)
    const bearers = names.get(key) ?? []
    if (!bearers.some((item) => item.id === id)) bearers.push({ id, departement })
    names.set(key, bearers)
  }
  const organisations = db.all<{
    id: number
    siren: string | null
    insee: string
    kind: string
    name: string
    departement: string
  }>(sql`SELECT id, siren, insee, kind, name, departement FROM organisation ORDER BY id`)
  for (const row of organisations) {
    known.set(row.id, row.departement)
    if (row.siren !== null) siren.set(row.siren, row.id)
    if (row.kind === 'commune' && row.insee !== '') insee.set(row.insee, [row.id])
    addName(row.name, row.id, row.departement)
  }
  const aliases = db.all<{ code: string; name: string; id: number; kind: string }>(
    sql`SELECT code, name, organisation_id AS id, kind FROM organisation_alias
      WHERE kind <> 'departement' ORDER BY organisation_id`,
  )
  for (const { code, name, id, kind } of aliases) {
    // The code of today's commune goes before that of a part of it.
    const ids = insee.get(code)
    if (!ids) insee.set(code, [id])
    else if (kind === 'former-code' && !ids.includes(id)) ids.push(id)
    if (name !== '') addName(name, id, known.get(id) ?? '')
  }
  return { siren, insee, names, departements: departementsOf(db) }
}

function departementsOf(db: Pick<Db, 'all'>): Map<string, string> {
  const rows = db.all<{ code: string; name: string }>(sql`SELECT code, name FROM departement`)
  return new Map(
    rows.flatMap(({ code, name }) => [
      [code.toLowerCase(), code],
      [fold(name), code],
    ]),
  )
}
