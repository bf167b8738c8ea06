import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { entryValues } from './entry-values.ts'
import { ENTRY_FIELDS } from './fields.ts'
import { writeDifference, writeOrigin } from './internal/origins.ts'
import { isUsable } from './rules/judge-said.ts'
import { isEmpty, sameValue } from './rules/same-value.ts'

/**
 * Writes whose each field of an entry just made from a repository is, in the transaction that makes it:
 * the repository's where it was left as it was read, its author's where it was typed. What an author did
 * not take is remembered as seen.
 * @param userId the author, where somebody else (a moderator) makes the entry.
 */
export function startOriginsIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  reading: RepositoryReading,
  userId?: string,
): void {
  const values = entryValues(tx, softwareId)
  if (!values) throw new Error(`no software ${softwareId}`)
  const said = new Map(entryFieldsOf(reading).map((item) => [item.field, item]))
  for (const field of ENTRY_FIELDS) {
    const [value, item] = [values[field], said.get(field)]
    if (item && sameValue(field, value, item.value)) {
      const seen = { value: item.value, origin: item.origin }
      writeOrigin(tx, context, softwareId, field, { ...item.origin, seen })
      continue
    }
    const usable = item && isUsable(item)
    const seen = usable ? { value: item.value, origin: item.origin } : null
    if (isEmpty(value) && !seen) continue
    const person = { kind: 'person', path: '', commit: '', seen } as const
    writeOrigin(tx, context, softwareId, field, person, userId)
    if (seen) writeDifference(tx, context, softwareId, field, { ...seen, state: 'declined' })
  }
}
