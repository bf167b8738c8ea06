import { entryChange } from '#db/schema/provenance.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'

export type ChangedBy = (typeof entryChange.$inferInsert)['by']

/**
 * Writes down what changed on an entry, in the transaction that changed it, for its public history. Call
 * it with what was and what is, by field; nothing is written where nothing changed.
 * @param by who, in a word that names nobody. `note` is public: it names nobody either.
 */
export function recordChangeIn(
  tx: Tx,
  context: Pick<Context, 'actor' | 'now'>,
  change: {
    softwareId: number
    by: ChangedBy
    changes: ReadonlyArray<{ field: string; from: unknown; to: unknown }>
    commit?: string
    runId?: number | undefined
    note?: string
  },
): void {
  const { softwareId, by, changes, commit = '', runId, note = '' } = change
  if (changes.length === 0 && note === '') return
  const { actor } = context
  tx.insert(entryChange)
    .values({
      softwareId,
      at: context.now.toISOString(),
      by,
      userId: actor.kind === 'user' ? actor.id : null,
      runId: runId ?? null,
      commit,
      changes: changes.map(({ field, from, to }) => ({ field, from, to })),
      note,
    })
    .run()
}
