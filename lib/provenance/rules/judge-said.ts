import type { EntryFieldName, FieldOrigin, SaidField } from '../fields.ts'
import { isEmpty, sameValue, type Value } from './same-value.ts'

export type OriginKind = FieldOrigin['kind']

/** Texts that the reference data writes in its own words: not to be held against a repository's. */
const PROSE: readonly EntryFieldName[] = [
  'summaryFr',
  'summaryEn',
  'descriptionFr',
  'descriptionEn',
]

export const ofRepository = (kind: OriginKind) => kind !== 'person' && kind !== 'reference'

/**
 * What becomes of what a repository says of a field.
 * - `nothing`: it is no news.
 * - `agrees`: the entry says it already.
 * - `write`: the repository is who said it so far, or nobody did.
 * - `differs`: a person, or the reference data, said otherwise: both are shown, and a person decides.
 */
export type Judgement = 'nothing' | 'agrees' | 'write' | 'differs'

/** What only resembles what is said, and what an entry could not hold, are for the form of a new entry. */
export const isUsable = ({ note }: SaidField): boolean => note !== 'hint' && note !== 'too-short'

/**
 * @param origin who said what the entry holds; `reference` where nothing is written down.
 * @param declined what of the repository a person has seen and not taken.
 */
export function judgeSaid({
  said,
  current,
  origin,
  declined,
}: {
  said: SaidField
  current: Value
  origin: OriginKind
  declined: Value | undefined
}): Judgement {
  const { field, value, note } = said
  if (sameValue(field, current, value, said.origin.kind)) return 'agrees'
  // A repository remembers less than its project: a later first tag contradicts nobody.
  if (field === 'firstRelease' && typeof current === 'number' && Number(value) > current) {
    return 'nothing'
  }
  if (declined !== undefined && sameValue(field, declined, value)) return 'nothing'
  if (isEmpty(current) && origin !== 'person') return 'write'
  if (ofRepository(origin)) {
    // Where a repository is read from is changed by a person alone; what was cut is looked at by one.
    return field === 'repository' || note === 'shortened' ? 'differs' : 'write'
  }
  if (origin === 'reference' && PROSE.includes(field)) return 'nothing'
  return 'differs'
}
