import type { AdoptionState } from '#lib/adoptions/schema.ts'
import { fold } from '#lib/text.ts'

const STATES: Record<AdoptionState, readonly string[]> = {
  production: [
    'production',
    'en production',
    'utilise',
    'en service',
    'deploye',
    'installe',
    'actif',
    'active',
    'oui',
    'yes',
    'in production',
    'in use',
    'used',
    'exploitation',
    'en exploitation',
  ],
  pilot: [
    'pilot',
    'pilote',
    'experimentation',
    'en experimentation',
    'test',
    'en test',
    'en pilote',
    'in a pilot',
    'testing',
    'en cours de deploiement',
    'deploiement',
  ],
  evaluating: [
    'evaluating',
    'evaluation',
    'en evaluation',
    'a l etude',
    'etude',
    'under evaluation',
    'projet',
  ],
  stopped: [
    'stopped',
    'arrete',
    'arret',
    'abandonne',
    'termine',
    'inactif',
    'inactive',
    'ended',
    'resilie',
    'fin',
  ],
}

/** The state that a cell names, production where it is empty; undefined where it names none. */
export function stateOf(cell: string): AdoptionState | undefined {
  const key = fold(cell)
  if (key === '') return 'production'
  return (Object.keys(STATES) as AdoptionState[]).find((state) => STATES[state].includes(key))
}

/**
 * A date of a cell as far as it says: "2019", "03/2019", "01/03/2019", "2019-03-01". Undefined when it is
 * none, or has not come yet.
 * @param today YYYY-MM-DD
 */
export function sinceOf(cell: string, today: string): string | undefined {
  const text = cell.trim()
  if (text === '') return ''
  const french = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text)
  const date = french
    ? [french[3], french[2], french[1]]
        .flatMap((part) => (part ? [part.padStart(2, '0')] : []))
        .join('-')
    : text.replace(/[T ]\d\d:\d\d.*$/, '')
  if (!/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(date)) return undefined
  const whole = `${date}-01-01`.slice(0, 10)
  const time = Date.parse(whole)
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(whole)) return undefined
  return date.slice(0, today.length) > today.slice(0, date.length) ? undefined : date
}

/** A count of a cell: "1 200" and "1200" are one number; undefined when it is none. */
export function countOf(cell: string): number | undefined {
  const digits = cell.replace(/[\s\u00a0\u202f]/g, '')
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined
}
