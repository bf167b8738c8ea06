import { eq, sql } from 'drizzle-orm'
import { providerReference, providerService } from '#db/schema/providers.ts'
import type { Tx } from '#db/transaction.ts'

/** Of two references that become one, the one that says most stays. */
const SAYS_MOST = ['confirmed', 'refused', 'waiting', 'withdrawn']

/**
 * What providers do on an entry, and their references for it, are of the entry that it is merged into.
 * @param fromId of the entry that goes; intoId of the one that remains.
 */
export function moveProvidersIn(tx: Tx, fromId: number, intoId: number): void {
  tx.run(sql`
    INSERT OR IGNORE INTO provider_service (provider_id, software_id, kind)
    SELECT provider_id, ${intoId}, kind FROM provider_service WHERE software_id = ${fromId}`)
  tx.delete(providerService).where(eq(providerService.softwareId, fromId)).run()
  const there = tx
    .select()
    .from(providerReference)
    .where(eq(providerReference.softwareId, intoId))
    .all()
  for (const row of tx
    .select()
    .from(providerReference)
    .where(eq(providerReference.softwareId, fromId))
    .all()) {
    const other = there.find(
      (one) => one.providerId === row.providerId && one.organisationId === row.organisationId,
    )
    const stays = !other || SAYS_MOST.indexOf(row.state) < SAYS_MOST.indexOf(other.state)
    const gone = stays ? other?.id : row.id
    if (gone !== undefined) {
      tx.delete(providerReference).where(eq(providerReference.id, gone)).run()
    }
    if (stays) {
      tx.update(providerReference)
        .set({ softwareId: intoId })
        .where(eq(providerReference.id, row.id))
        .run()
    }
  }
}
