import { eq } from 'drizzle-orm'
import { need, poolingCall } from '#db/schema/needs.ts'
import type { Tx } from '#db/transaction.ts'

/** What was wished of an entry that goes is wished of the one that remains, in the merge's transaction. */
export function mergeNeedsIn(tx: Tx, fromId: number, intoId: number): void {
  tx.update(need).set({ softwareId: intoId }).where(eq(need.softwareId, fromId)).run()
  tx.update(need).set({ metBySoftwareId: intoId }).where(eq(need.metBySoftwareId, fromId)).run()
  tx.update(poolingCall).set({ softwareId: intoId }).where(eq(poolingCall.softwareId, fromId)).run()
}
