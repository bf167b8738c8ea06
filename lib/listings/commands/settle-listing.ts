import { and, eq } from 'drizzle-orm'
import { listing } from '#db/schema/listings.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { repositoryAddress } from '#lib/forge/rules/address.ts'
import { joinPublisherIn } from '#lib/publishers/enrol-member.ts'
import { setVerifiedIn } from '#lib/publishers/verification.ts'
import { type ForgeAccess, readFor } from '../forge-access.ts'
import { publishListingIn } from '../internal/publish-listing-in.ts'
import { isStale } from '../internal/stale.ts'
import { keptForm } from './change-listing.ts'
import { refuseReading } from './start-listing.ts'

export interface ListingDecision {
  accepted: boolean
  /** The form as the moderator corrected it. */
  form?: Readonly<Record<string, string>> | undefined
  /** Whether who listed it becomes a manager of the publisher: nothing else proved that they speak for it. */
  manager: boolean
  /** Whether the publisher is verified from now on. */
  verifyPublisher: boolean
  hosts: readonly string[]
}

/** Does what a moderator decided of a listing, in the transaction that settles its case. */
export function settleListing(
  tx: Tx,
  context: Context,
  listingId: number,
  decision: ListingDecision,
): void {
  const row = tx.select().from(listing).where(eq(listing.id, listingId)).get()
  if (row?.state !== 'submitted') {
    throw new Conflict(
      'Ce projet n’attend plus : rechargez la page.',
      'This project waits no more: reload the page.',
    )
  }
  if (!decision.accepted) {
    tx.update(listing)
      .set({ state: 'refused', reading: null, updatedAt: context.now.toISOString() })
      .where(eq(listing.id, listingId))
      .run()
    recordAudit(tx, context, {
      action: 'listing.refuse',
      subjectKind: 'listing',
      subject: String(listingId),
    })
    return
  }
  const form = decision.form ? keptForm(decision.form) : row.form
  const { publisher } = publishListingIn(tx, context, row, form, decision.hosts)
  if (decision.manager) {
    joinPublisherIn(tx, context, {
      userId: row.userId,
      publisherId: publisher.id,
      role: 'manager',
      how: 'moderator',
    })
  }
  if (decision.verifyPublisher) setVerifiedIn(tx, context, publisher, true)
}

/**
 * Reads the repository of a listing that waits again, where what was read is older than a day: before a
 * moderator's decision, since nothing is waited for in a transaction.
 * @throws SignInNeeded, Forbidden, ForgeRefusal, ListingRefusal, TooMany
 */
export async function freshenCase(
  context: Context,
  caseId: number,
  forge: ForgeAccess,
): Promise<void> {
  const actor = assertUserMay(context.actor, 'moderation.settle')
  const { db } = context
  const found = db
    .select({ kind: moderationCase.kind, state: moderationCase.state, row: listing })
    .from(moderationCase)
    .innerJoin(listing, eq(listing.id, moderationCase.subjectId))
    .where(eq(moderationCase.id, caseId))
    .get()
  if (found?.kind !== 'listing' || found.state !== 'waiting') return
  const { row } = found
  if (row.reading === null || !isStale(row.reading as RepositoryReading, context.now)) return
  const reading = await readFor(actor.id, forge, row.address)
  refuseReading(context, repositoryAddress(row.address, forge.hosts), reading, forge.hosts)
  inTransaction(db, (tx) => {
    tx.update(listing)
      .set({ reading, updatedAt: context.now.toISOString() })
      .where(and(eq(listing.id, row.id), eq(listing.state, 'submitted')))
      .run()
    recordAudit(tx, context, {
      action: 'listing.read',
      subjectKind: 'listing',
      subject: String(row.id),
    })
  })
}
