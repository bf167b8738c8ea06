import { eq } from 'drizzle-orm'
import { claim } from '#db/schema/listings.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { setVerifiedIn } from '#lib/publishers/verification.ts'
import { grantClaimIn } from '../internal/grant-claim-in.ts'
import { claimedEntry } from '../internal/own-claim.ts'
import { settledAlready } from './claim-software.ts'

/** Does what a moderator decided of a claim, in the transaction that settles its case. */
export function settleClaim(
  tx: Tx,
  context: Context,
  claimId: number,
  decision: { accepted: boolean; verifyPublisher: boolean },
): void {
  const found = tx
    .select({ row: claim, slug: software.slug })
    .from(claim)
    .innerJoin(software, eq(software.id, claim.softwareId))
    .where(eq(claim.id, claimId))
    .get()
  if (found?.row.state !== 'with-moderators') throw settledAlready()
  const { row, slug } = found
  const { accepted, verifyPublisher } = decision
  if (accepted) {
    const entry = claimedEntry(tx, slug)
    grantClaimIn(tx, context, row, entry, row.commit === '' ? 'granted' : 'proved')
    if (verifyPublisher) setVerifiedIn(tx, context, entry.publisher, true)
  } else {
    tx.update(claim)
      .set({
        state: 'refused',
        settledAt: context.now.toISOString(),
        settledBy: context.actor.kind === 'user' ? context.actor.id : null,
      })
      .where(eq(claim.id, claimId))
      .run()
  }
  recordAudit(tx, context, {
    action: accepted ? 'claim.grant' : 'claim.refuse',
    subjectKind: 'claim',
    subject: String(claimId),
    detail: { software: slug },
  })
}
