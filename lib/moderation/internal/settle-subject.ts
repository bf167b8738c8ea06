import type { moderationCase } from '#db/schema/moderation.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { Decision } from '../settle-schema.ts'

/** Does what a decision says, by the room that the case is about. */
export function settleSubject(
  _tx: Tx,
  _context: Context,
  { kind }: Pick<typeof moderationCase.$inferSelect, 'kind' | 'subjectId'>,
  _decision: Decision,
): void {
  throw new Error(`nobody settles ${kind} yet`)
}
