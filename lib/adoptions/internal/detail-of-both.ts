import type { AdoptionState } from '#lib/adoptions/schema.ts'
import type { DetailRow } from './adoption-record.ts'

/** Fields that mean something together only: filled from one record or the other, never mixed. */
const TOGETHER: ReadonlyArray<ReadonlyArray<keyof DetailRow>> = [
  ['runBy', 'provider'],
  ['costAvoided', 'costMethod'],
  ['workstations'],
  ['users'],
  ['servers'],
  ['schoolWorkstations'],
  ['services'],
  ['replaces'],
  ['note'],
]
const STOPPED: ReadonlyArray<keyof DetailRow> = ['stoppedOn', 'stopReason', 'stopNote']

/**
 * The details of one record of two: those of the first, whose word counts, its gaps filled from the
 * second. Whom to write to is never filled in: the first may have wished for nobody.
 */
export function detailOfBoth(
  first: DetailRow | null,
  second: DetailRow | null,
  state: AdoptionState,
): DetailRow | null {
  if (!first || !second) return first ?? second
  const groups = state === 'stopped' ? [...TOGETHER, STOPPED] : TOGETHER
  const gaps = groups.filter((fields) => fields.every((field) => !first[field]))
  const filled = Object.fromEntries(gaps.flat().map((field) => [field, second[field]]))
  return { ...first, ...filled }
}
