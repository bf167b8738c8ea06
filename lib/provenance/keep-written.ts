import { and, eq } from 'drizzle-orm'
import { entryChange, fieldDifference, fieldOrigin } from '#db/schema/provenance.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { EntryValues } from './entry-values.ts'
import { ENTRY_FIELDS, type FieldOrigin, type FieldValue } from './fields.ts'
import {
  differencesOf,
  dropDifference,
  originsOf,
  writeDifference,
  writeOrigin,
} from './internal/origins.ts'
import { isEmpty, sameValue, type Value } from './rules/same-value.ts'

const REFERENCE: FieldOrigin = { kind: 'reference', path: '', line: 0, commit: '' }

/**
 * What of an entry stays as it is when the file of the reference data is loaded anew. The file is a word
 * with a source among others: it says what nobody else has said since. What a person corrected, and what
 * the repository says where the file said nothing, stands; where the file says otherwise, that is a
 * difference like a repository's, shown until a person decides.
 * @param stored what the entry holds; `typed`, what the file says.
 */
export function keepWrittenIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  stored: EntryValues,
  typed: EntryValues,
): Partial<EntryValues> {
  const kept: Partial<EntryValues> = {}
  const origins = originsOf(tx, softwareId)
  const differences = differencesOf(tx, softwareId).reference
  for (const field of ENTRY_FIELDS) {
    const owner = origins.get(field)?.kind ?? 'reference'
    const [own, said, difference] = [stored[field], typed[field], differences.get(field)]
    if (owner !== 'reference') kept[field] = own
    if (owner === 'reference' || isEmpty(said) || sameValue(field, own, said)) {
      if (difference) dropDifference(tx, softwareId, field, true)
    } else if (!difference || !sameValue(field, difference.value as Value, said)) {
      writeDifference(tx, context, softwareId, field, {
        value: said as FieldValue,
        origin: REFERENCE,
        state: 'open',
      })
    }
  }
  return kept
}

/** What marks a change that was made on an entry merged since: its note is this and the entry's name. */
export const MERGED_FROM = 'merged-from:'

/**
 * Gives the history of an entry that is merged into another to that one, and whose each field is where
 * the one that remains takes it over, in the transaction of the merge.
 * @param fields what the one that remains was given.
 */
export function moveProvenanceIn(
  tx: Tx,
  context: Context,
  from: { id: number; name: string },
  into: { id: number },
  fields: readonly string[],
): void {
  const origins = originsOf(tx, from.id)
  for (const field of ENTRY_FIELDS) {
    const origin = origins.get(field)
    // The repository that is read from now on may be another: what this one said is no longer said.
    if (fields.includes(field) && origin) {
      writeOrigin(tx, context, into.id, field, { ...origin, seen: null }, origin.userId)
    }
  }
  tx.delete(fieldOrigin).where(eq(fieldOrigin.softwareId, from.id)).run()
  tx.delete(fieldDifference).where(eq(fieldDifference.softwareId, from.id)).run()
  tx.update(entryChange)
    .set({ note: MERGED_FROM + from.name })
    .where(and(eq(entryChange.softwareId, from.id), eq(entryChange.note, '')))
    .run()
  tx.update(entryChange)
    .set({ softwareId: into.id })
    .where(eq(entryChange.softwareId, from.id))
    .run()
}
