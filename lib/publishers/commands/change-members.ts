import { and, eq } from 'drizzle-orm'
import { publisherMember } from '#db/schema/publishers.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay, assertUserMay } from '#lib/accounts/assert-may.ts'
import { memberRole } from '#lib/accounts/schema.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { assertAnotherPublisherManager, publisherMemberOf } from '../internal/members.ts'
import { publisherOfSlug } from '../internal/publisher-of.ts'

/**
 * Puts someone out of a publisher. Those who are there through the organisation that it is are put out
 * there.
 * @throws Forbidden, NotFound, Conflict on its last manager
 */
export function removePublisherMember(
  context: Context,
  input: { slug: string; userId: string },
): void {
  inTransaction(context.db, (tx) => {
    const { id, slug } = publisherOfSlug(tx, input.slug)
    assertMay(context.actor, 'publisher.manage-members', { publisher: id })
    end(tx, context, { userId: input.userId, publisherId: id, slug }, 'publisher.remove-member')
  })
}

/** Leaves a publisher; what was said for it stays. @throws as removePublisherMember */
export function leavePublisher(context: Context, input: { slug: string }): void {
  inTransaction(context.db, (tx) => {
    const { id, slug } = publisherOfSlug(tx, input.slug)
    const { id: userId } = assertUserMay(context.actor, 'publisher.leave', { publisher: id })
    end(tx, context, { userId, publisherId: id, slug }, 'publisher.leave')
  })
}

/** Makes a member a manager, or a manager a member. @throws as removePublisherMember; z.ZodError */
export function changePublisherRole(
  context: Context,
  input: { slug: string; userId: string; role: string },
): void {
  inTransaction(context.db, (tx) => {
    const { id, slug } = publisherOfSlug(tx, input.slug)
    assertMay(context.actor, 'publisher.manage-members', { publisher: id })
    const role = memberRole.parse(input.role)
    const here = publisherMemberOf(tx, input.userId, id)
    if (here.role === role) return
    if (role === 'member') assertAnotherPublisherManager(tx, input.userId, id)
    tx.update(publisherMember).set({ role }).where(memberIs(input.userId, id)).run()
    recordAudit(tx, context, {
      action: 'publisher.change-role',
      subjectKind: 'publisher',
      subject: slug,
      detail: { user: input.userId, role },
    })
  })
}

function end(
  tx: Tx,
  context: Context,
  { userId, publisherId, slug }: { userId: string; publisherId: number; slug: string },
  action: 'publisher.remove-member' | 'publisher.leave',
): void {
  publisherMemberOf(tx, userId, publisherId)
  assertAnotherPublisherManager(tx, userId, publisherId)
  tx.delete(publisherMember).where(memberIs(userId, publisherId)).run()
  recordAudit(tx, context, {
    action,
    subjectKind: 'publisher',
    subject: slug,
    detail: { user: userId },
  })
}

const memberIs = (userId: string, publisherId: number) =>
  and(eq(publisherMember.userId, userId), eq(publisherMember.publisherId, publisherId))
