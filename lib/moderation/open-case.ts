import { moderationCase } from '#db/schema/moderation.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'

export type CaseKind = (typeof moderationCase.$inferSelect)['kind']

/**
 * Puts something into the moderators' queue, in the transaction that writes the row it is about.
 * @param subjectId the id of that row, in the table of its kind.
 * @returns the number of the case.
 */
export function openCase(tx: Tx, context: Context, kind: CaseKind, subjectId: number): number {
  return tx
    .insert(moderationCase)
    .values({
      kind,
      subjectId,
      openedBy: context.actor.kind === 'user' ? context.actor.id : null,
      createdAt: context.now.toISOString(),
    })
    .returning({ id: moderationCase.id })
    .get().id
}
