import { eq } from 'drizzle-orm'
import { mergeProposal } from '#db/schema/moderation.ts'
import type { Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { mergeSoftwareIn } from '#lib/software/commands/merge-software-in.ts'

export function settleMerge(tx: Tx, context: Context, proposalId: number): void {
  assertMay(context.actor, 'software.merge')
  const row = tx.select().from(mergeProposal).where(eq(mergeProposal.id, proposalId)).get()
  if (!row) throw new Error(`no merge proposal ${proposalId}`)
  mergeSoftwareIn(tx, context, row)
}
