import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { ENTRY_FIELDS, type EntryFieldName } from './fields.ts'
import { entryValues } from './internal/entry-values.ts'
import { writeDifference, writeOrigin } from './internal/origins.ts'
import { type ChangedBy, recordChangeIn } from './record-change.ts'
import { isEmpty, sameValue } from './rules/same-value.ts'

/**
 * Writes of each field of a new entry whether its repository says it or a person does, and opens its
 * history, in the transaction that makes it. A person who wrote otherwise than the repository had seen
 * what it says: it is not brought up again until it changes.
 * @param options.typedBy who wrote the value of a field; null for nobody who has an account.
 */
export function startOriginsIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  reading: RepositoryReading,
  { typedBy, by }: { typedBy: (field: EntryFieldName) => string | null; by: ChangedBy },
): void {
  const values = entryValues(tx, softwareId)
  if (!values) return
  const said = new Map(entryFieldsOf(reading).map((item) => [item.field, item]))
  const commit = reading.head?.commit ?? ''
  for (const field of ENTRY_FIELDS) {
    const value = values[field]
    if (isEmpty(value)) continue
    const item = said.get(field)
    const seen = item ? { value: item.value, origin: item.origin } : null
    const isSaid =
      item && item.note !== 'hint' && sameValue(field, value, item.value, item.origin.kind)
    if (isSaid) writeOrigin(tx, context, softwareId, field, { ...item.origin, seen })
    // Where its repository is, its address says, which is how it was found.
    else if (field === 'repository') {
      writeOrigin(tx, context, softwareId, field, { kind: 'git', path: '', commit, seen })
    } else {
      const person = { kind: 'person', path: '', commit: '', seen } as const
      writeOrigin(tx, context, softwareId, field, person, typedBy(field))
      if (item && item.note === undefined) {
        const { value: other, origin } = item
        writeDifference(tx, context, softwareId, field, { value: other, origin, state: 'declined' })
      }
    }
  }
  const changes = (['name', 'licence', 'repository'] as const).map((field) => ({
    field,
    from: '',
    to: values[field],
  }))
  recordChangeIn(tx, context, { softwareId, by, changes, commit })
}
