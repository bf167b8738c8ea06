import { and, eq } from 'drizzle-orm'
import { moderationCase } from '#db/schema/moderation.ts'
import type { Tx } from '#db/transaction.ts'
import type { CaseKind } from './open-case.ts'

/**
 * Takes a case that still waits out of the queue, in the transaction that removes what it is about: a
 * moderator who has it open settles nothing that they did not read.
 */
export function withdrawCase(tx: Tx, kind: CaseKind, subjectId: number): void {
  tx.delete(moderationCase)
    .where(
      and(
        eq(moderationCase.kind, kind),
        eq(moderationCase.subjectId, subjectId),
        eq(moderationCase.state, 'waiting'),
      ),
    )
    .run()
}
