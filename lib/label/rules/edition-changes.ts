import type { EditionPhase } from '../grid-view.ts'
import {
  EDITION_TIMES,
  type EditionFault,
  type EditionField,
  type EditionTime,
  type TypedEdition,
} from './edition-form.ts'
import { fromParis } from './paris-time.ts'

export type Times = Record<EditionTime, string>
export type Faults = Partial<Record<EditionField, EditionFault>>

/** Reads the times of a form as instants; what cannot be read is a fault at its field. */
export function readTimes(typed: Pick<TypedEdition, EditionTime>): {
  times: Times
  faults: Faults
} {
  const times = {} as Times
  const faults: Faults = {}
  for (const field of EDITION_TIMES) {
    times[field] = ''
    if (typed[field].trim() === '') continue
    const read = fromParis(typed[field].trim())
    if ('wrong' in read) faults[field] = `time-${read.wrong}`
    else times[field] = read.instant
  }
  return { times, faults }
}

/** Each time that is set comes after those before it; publication may be at the announcement itself. */
export function orderFaults(times: Times, graceSeconds: number): Faults {
  const faults: Faults = {}
  let before = ''
  for (const field of EDITION_TIMES) {
    const at = times[field]
    if (at === '') continue
    const together = field === 'publishesAt' && at === before
    if (before !== '' && at <= before && !together) faults[field] = 'time-order'
    before = at
    // What is submitted within the grace is still read by the jury.
    if (field === 'closesAt') {
      before = new Date(Date.parse(at) + graceSeconds * 1_000).toISOString()
    }
  }
  return faults
}

/**
 * What may still be changed once an edition has been opened: never what candidates count on. The closing
 * can be put off, nothing that has been reached moves.
 */
export function lockedFields(phase: EditionPhase): readonly EditionField[] {
  const always: readonly EditionField[] = ['scheme', 'opensAt', 'scoreMax', 'jurorsEach']
  switch (phase) {
    case 'documented':
    case 'draft':
      return []
    case 'announced-opening':
    case 'open':
      return always
    case 'closed':
      return [...always, 'closesAt', 'graceMinutes']
    case 'announced':
      return [...always, 'closesAt', 'graceMinutes', 'juryAt', 'announcesAt']
    case 'published':
      return [...always, 'closesAt', 'graceMinutes', 'juryAt', 'announcesAt', 'publishesAt']
  }
}
