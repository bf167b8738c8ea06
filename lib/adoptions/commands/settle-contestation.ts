import { eq } from 'drizzle-orm'
import { contestation } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { recordById } from '../internal/adoption-record.ts'
import { changeAdoptionRow } from '../internal/write-adoption.ts'

/**
 * Carries out what a moderator decided on a contestation, in the transaction that settles its case.
 * Accepted, the adoption stays contested and out of every figure; dismissed, it is what it was before.
 * Where the organisation has declared the use anew meanwhile, its own word stands either way.
 * @throws NotFound
 */
export function settleContestation(
  tx: Tx,
  context: Context,
  contestationId: number,
  accepted: boolean,
): void {
  const row = tx.select().from(contestation).where(eq(contestation.id, contestationId)).get()
  const record = row && recordById(tx, row.adoptionId)
  if (!record) {
    throw new NotFound(
      'Cette contestation n’existe plus : l’utilisation a été retirée entre-temps.',
      'This contestation is no more: the use has been removed meanwhile.',
    )
  }
  const back = !accepted && record.row.trust === 'contested'
  changeAdoptionRow(tx, context, record, {
    row: back ? { trust: row.trustBefore, revision: record.row.revision + 1 } : {},
    event: {
      kind: 'contest-settled',
      organisationId: null,
      changes: back ? { trust: ['contested', row.trustBefore] } : {},
      reason: accepted ? 'accepted' : 'refused',
    },
    action: 'adoption.settle-contestation',
  })
}
