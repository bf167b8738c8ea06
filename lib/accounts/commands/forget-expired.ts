import { and, eq, inArray, lt, ne, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import {
  account,
  invitation,
  joinRequest,
  providerClaim,
  session,
  verification,
} from '#db/schema/accounts.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { publisherInvitation } from '#db/schema/publishers.ts'
import { inTransaction } from '#db/transaction.ts'

/** Milliseconds that what is over is kept, so that its people can still be answered: 90 days. */
const AFTERWARDS = 90 * 86_400_000

/**
 * Forgets what has no use any more; the legal page says these durations. Sessions and links that have
 * expired go at once; invitations, and requests to join that are settled, 90 days afterwards; what a
 * provider said of someone who has no account goes, too.
 */
export function forgetExpired(db: Db, now: Date): void {
  const before = new Date(now.getTime() - AFTERWARDS).toISOString()
  inTransaction(db, (tx) => {
    tx.delete(session).where(lt(session.expiresAt, now)).run()
    tx.delete(verification).where(lt(verification.expiresAt, now)).run()
    tx.delete(invitation)
      .where(
        or(
          lt(invitation.expiresAt, before),
          and(ne(invitation.acceptedAt, ''), lt(invitation.acceptedAt, before)),
        ),
      )
      .run()
    tx.delete(publisherInvitation)
      .where(
        or(
          lt(publisherInvitation.expiresAt, before),
          and(ne(publisherInvitation.acceptedAt, ''), lt(publisherInvitation.acceptedAt, before)),
        ),
      )
      .run()
    const settled = tx
      .select({ id: moderationCase.subjectId })
      .from(moderationCase)
      .where(
        and(
          eq(moderationCase.kind, 'join-request'),
          ne(moderationCase.state, 'waiting'),
          lt(moderationCase.settledAt, before),
        ),
      )
    tx.delete(joinRequest).where(inArray(joinRequest.id, settled)).run()
    tx.delete(providerClaim)
      .where(
        and(
          // One who signs in for the first time has a claim a moment before the account.
          lt(providerClaim.seenAt, new Date(now.getTime() - 3_600_000).toISOString()),
          sql`NOT EXISTS (SELECT 1 FROM ${account} WHERE ${account.providerId} = ${providerClaim.providerId}
            AND ${account.accountId} = ${providerClaim.subject})`,
        ),
      )
      .run()
  })
}
