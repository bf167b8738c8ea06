import { z } from 'zod'
import { businessFunction } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import { FieldFault, type Known, readField } from '../edit-input.ts'
import { EntryMeanwhile } from '../entry-meanwhile.ts'
import { type EntryValues, entryValues, writeEntryValuesIn } from '../entry-values.ts'
import { ENTRY_FIELDS, type EntryFieldName } from '../fields.ts'
import { changedBy, changedSince, entryForUser, entryRevision } from '../internal/entry-to-edit.ts'
import { originsOf } from '../internal/origins.ts'
import { dropAgreed, overrule } from '../internal/overrule.ts'
import { recordChangeIn } from '../record-change.ts'
import { formText } from '../rules/form-text.ts'
import type { Value } from '../rules/same-value.ts'

const editInput = z.object({
  software: z.string(),
  /** Of the entry when the form was filled from it. */
  revision: z.coerce.number().int().catch(0),
})

const PERSON = { kind: 'person', path: '', commit: '' } as const

/**
 * Corrects an entry: by its publisher, or by the moderation. A field that is corrected is a person's from
 * then on, and no harvest writes over it. Fields that are left as they were when the form was filled keep
 * what they were given meanwhile.
 * @param input `software`, `revision`, and by field of the entry what was typed; what is left out stays.
 * @returns the fields that changed.
 * @throws z.ZodError, whose paths are fields; EntryMeanwhile; Forbidden
 */
export function editEntry(
  context: Context,
  input: Record<string, string>,
  { forgeHosts = [] }: { forgeHosts?: readonly string[] } = {},
): string[] {
  const { software: slug, revision } = editInput.parse(input)
  return inTransaction(context.db, (tx) => {
    const entry = entryForUser(tx, context, slug, 'software.edit')
    const before = entryValues(tx, entry.id) as EntryValues
    const known = { functions: functionSlugs(tx), forgeHosts }
    const after = readTyped(input, before, changedSince(tx, entry.id, revision), known, () =>
      entryRevision(tx, entry.id),
    )
    const origins = originsOf(tx, entry.id)
    const changes = writeEntryValuesIn(tx, context, entry.id, before, after)
    for (const { field, from, to } of changes) {
      const name = field as EntryFieldName
      overrule(tx, context, entry.id, name, {
        before: from as Value,
        after: to as Value,
        known: origins.get(field),
        origin: PERSON,
      })
    }
    if (changes.length === 0) return []
    dropAgreed(tx, entry.id, { ...before, ...after })
    const by = changedBy(context, entry.publisherId)
    const fields = changes.map(({ field }) => field)
    recordChangeIn(tx, context, { softwareId: entry.id, by, changes })
    recordAudit(tx, context, {
      action: 'software.edit',
      subjectKind: 'software',
      subject: slug,
      detail: { fields },
    })
    recordPublisherEvent(tx, context, {
      publisherId: entry.publisherId,
      softwareId: entry.id,
      kind: 'entry-changed',
      detail: { by, fields },
    })
    return fields
  })
}

/** What was typed and is not on record, judged. @param held what changed since the form was filled. */
function readTyped(
  input: Record<string, string>,
  before: EntryValues,
  held: ReadonlyMap<string, unknown>,
  known: Known,
  revision: () => number,
): Partial<EntryValues> {
  const after: Partial<EntryValues> = {}
  const recorded: Record<string, string> = {}
  const issues: z.core.$ZodIssue[] = []
  for (const field of ENTRY_FIELDS) {
    const typed = input[field]
    const current = formText(before[field])
    // What an entry holds already is not judged again: it may be older than a rule.
    if (typed === undefined || plainForm(typed) === plainForm(current)) continue
    if (held.has(field)) {
      if (plainForm(typed) === plainForm(formText(held.get(field) as Value))) continue
      recorded[field] = current
    }
    try {
      after[field] = readField(field, typed, known)
    } catch (error) {
      if (!(error instanceof FieldFault)) throw error
      issues.push({ code: 'custom', path: [field], message: error.fault, input: typed })
    }
  }
  if (issues.length > 0) throw new z.ZodError(issues)
  if (Object.keys(recorded).length > 0) throw new EntryMeanwhile(revision(), recorded)
  return after
}

const plainForm = (text: string) => text.replaceAll('\r\n', '\n').trim()

function functionSlugs(tx: Tx): Set<string> {
  const rows = tx.select({ slug: businessFunction.slug }).from(businessFunction).all()
  return new Set(rows.map(({ slug }) => slug))
}
