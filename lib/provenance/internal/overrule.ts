import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { EntryValues } from '../entry-values.ts'
import type { EntryFieldName, FieldOrigin, FieldValue } from '../fields.ts'
import { isEmpty, sameValue, type Value } from '../rules/same-value.ts'
import {
  differencesOf,
  dropDifference,
  type OriginRow,
  writeDifference,
  writeOrigin,
} from './origins.ts'

const REFERENCE: FieldOrigin = { kind: 'reference', path: '', line: 0, commit: '' }

/**
 * Writes that a value of a field is somebody's from now on. What it stands over (the reference data's
 * value, what the repository says) stays on record as seen and not taken: it is shown beside, and brought
 * up again only when it changes.
 */
export function overrule(
  tx: Tx,
  context: Context,
  softwareId: number,
  field: EntryFieldName,
  {
    before,
    after,
    known,
    origin,
  }: {
    before: Value
    after: Value
    known: OriginRow | undefined
    origin: Pick<FieldOrigin, 'kind' | 'path' | 'commit'>
  },
): void {
  const seen = known?.seen ?? null
  const owner = known?.kind ?? 'reference'
  writeOrigin(tx, context, softwareId, field, { ...origin, seen })
  if (owner === 'reference' && origin.kind !== 'reference' && !isEmpty(before)) {
    const value = before as FieldValue
    writeDifference(tx, context, softwareId, field, { value, origin: REFERENCE, state: 'declined' })
  }
  const isOnesWord = origin.kind === 'person' || origin.kind === 'reference'
  if (isOnesWord && seen && !sameValue(field, after, seen.value)) {
    writeDifference(tx, context, softwareId, field, { ...seen, state: 'declined' })
  }
}

/** Drops the differences that are none any more: both sides say the same. */
export function dropAgreed(tx: Tx, softwareId: number, values: EntryValues): void {
  const { repository, reference } = differencesOf(tx, softwareId)
  for (const row of [...repository.values(), ...reference.values()]) {
    const field = row.field as EntryFieldName
    if (sameValue(field, values[field], row.value as Value, row.kind)) {
      dropDifference(tx, softwareId, field, row.kind === 'reference')
    }
  }
}
