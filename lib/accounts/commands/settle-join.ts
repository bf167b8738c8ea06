import { and, eq } from 'drizzle-orm'
import { joinRequest, membership } from '#db/schema/accounts.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'

/**
 * What becomes of a request to join once a moderator has settled it, in the transaction that settles its
 * case: accepted, its author is a member in the role that was asked for. Whoever is a member already is
 * at most raised to it. A request whose author has left with their account is gone, and changes nothing.
 */
export function settleJoinRequest(
  tx: Tx,
  context: Context,
  requestId: number,
  accepted: boolean,
): void {
  const request = tx.select().from(joinRequest).where(eq(joinRequest.id, requestId)).get()
  if (!request || !accepted) return
  const { userId, organisationId, role } = request
  const { changes } = tx
    .insert(membership)
    .values({
      userId,
      organisationId,
      role,
      how: 'moderator',
      createdAt: context.now.toISOString(),
      grantedBy: context.actor.kind === 'user' ? context.actor.id : null,
    })
    .onConflictDoNothing()
    .run()
  if (changes === 0 && role === 'manager') {
    tx.update(membership)
      .set({ role })
      .where(and(eq(membership.userId, userId), eq(membership.organisationId, organisationId)))
      .run()
  }
  recordAudit(tx, context, {
    action: 'member.join',
    subjectKind: 'organisation',
    subject: String(organisationId),
    detail: { user: userId, how: 'moderator', role },
  })
}
