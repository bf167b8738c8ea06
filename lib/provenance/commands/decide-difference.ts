import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { fieldDifference } from '#db/schema/provenance.ts'
import { inTransaction } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import { type EntryValues, entryValues, writeEntryValuesIn } from '../entry-values.ts'
import { ENTRY_FIELDS } from '../fields.ts'
import { changedBy, entryForUser } from '../internal/entry-to-edit.ts'
import { differencesOf, originsOf } from '../internal/origins.ts'
import { dropAgreed, overrule } from '../internal/overrule.ts'
import { recordChangeIn } from '../record-change.ts'
import type { Value } from '../rules/same-value.ts'

const decisionInput = z.object({
  software: z.string(),
  field: z.enum(ENTRY_FIELDS),
  of: z.enum(['repository', 'reference']),
  /** Of the difference that was shown: what came since is not what was decided. */
  at: z.string(),
  decision: z.enum(['take', 'keep']),
})

/**
 * Settles what the repository, or the reference data, says otherwise than an entry: takes it, and follows
 * whoever says it from then on, or keeps the entry's own. A difference that was declined can still be
 * taken.
 * @throws Conflict when what is said changed meanwhile, or somebody settled it; Forbidden
 */
export function decideDifference(context: Context, input: unknown): { taken: boolean } {
  const { software: slug, field, of, at, decision } = decisionInput.parse(input)
  return inTransaction(context.db, (tx) => {
    const entry = entryForUser(tx, context, slug, 'software.edit')
    const difference = differencesOf(tx, entry.id)[of].get(field)
    if (difference?.at !== at) {
      throw new Conflict(
        'Cette différence n’est plus celle que vous aviez sous les yeux : quelqu’un l’a réglée, ou le dépôt a encore changé. Voyez ci-dessous ce qu’il en est maintenant.',
        'This difference is no longer the one you were shown: someone settled it, or the repository has changed again. See below how it stands now.',
      )
    }
    const taken = decision === 'take'
    recordAudit(tx, context, {
      action: taken ? 'software.take-difference' : 'software.keep-own',
      subjectKind: 'software',
      subject: slug,
      detail: { field, of },
    })
    if (!taken) {
      tx.update(fieldDifference)
        .set({
          state: 'declined',
          decidedBy: entry.user.id,
          decidedAt: context.now.toISOString(),
        })
        .where(
          and(
            eq(fieldDifference.softwareId, entry.id),
            eq(fieldDifference.field, field),
            eq(fieldDifference.kind, difference.kind),
          ),
        )
        .run()
      return { taken }
    }
    const before = entryValues(tx, entry.id) as EntryValues
    const known = originsOf(tx, entry.id).get(field)
    const value = difference.value as Value
    const changes = writeEntryValuesIn(tx, context, entry.id, before, { [field]: value })
    const { kind, path, commit } = difference
    overrule(tx, context, entry.id, field, {
      before: before[field],
      after: value,
      known,
      origin: { kind, path, commit },
    })
    dropAgreed(tx, entry.id, { ...before, [field]: value })
    const by = changedBy(context, entry.publisherId)
    recordChangeIn(tx, context, { softwareId: entry.id, by, changes, commit })
    recordPublisherEvent(tx, context, {
      publisherId: entry.publisherId,
      softwareId: entry.id,
      kind: 'entry-changed',
      detail: { by, fields: [field] },
    })
    return { taken }
  })
}
