import { and, eq } from 'drizzle-orm'
import { membership } from '#db/schema/accounts.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay, assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { assertAnotherManager, membershipOf, organisationOfKey } from '../internal/managers.ts'
import { memberRole } from '../schema.ts'

/** Puts someone out of an organisation. @throws Forbidden, NotFound, Conflict on its last manager */
export function removeMember(context: Context, input: { key: string; userId: string }): void {
  inTransaction(context.db, (tx) => {
    const { id } = organisationOfKey(tx, input.key)
    assertMay(context.actor, 'member.remove', id)
    end(tx, context, { userId: input.userId, organisationId: id }, 'member.remove')
  })
}

/** Leaves an organisation; what was declared for it stays. @throws as removeMember */
export function leaveOrganisation(context: Context, input: { key: string }): void {
  inTransaction(context.db, (tx) => {
    const { id } = organisationOfKey(tx, input.key)
    const actor = assertUserMay(context.actor, 'organisation.leave', id)
    end(tx, context, { userId: actor.id, organisationId: id }, 'member.leave')
  })
}

/** Makes a member a manager, or a manager a member. @throws as removeMember; z.ZodError on the role */
export function changeMemberRole(
  context: Context,
  input: { key: string; userId: string; role: string },
): void {
  inTransaction(context.db, (tx) => {
    const { id: organisationId } = organisationOfKey(tx, input.key)
    assertMay(context.actor, 'member.change-role', organisationId)
    const role = memberRole.parse(input.role)
    const here = membershipOf(tx, input.userId, organisationId)
    if (here.role === role) return
    if (role === 'member') assertAnotherManager(tx, input.userId, organisationId)
    tx.update(membership)
      .set({ role })
      .where(
        and(eq(membership.userId, input.userId), eq(membership.organisationId, organisationId)),
      )
      .run()
    recordAudit(tx, context, {
      action: 'member.change-role',
      subjectKind: 'organisation',
      subject: String(organisationId),
      detail: { user: input.userId, role },
    })
  })
}

function end(
  tx: Tx,
  context: Context,
  { userId, organisationId }: { userId: string; organisationId: number },
  action: 'member.remove' | 'member.leave',
): void {
  membershipOf(tx, userId, organisationId)
  assertAnotherManager(tx, userId, organisationId)
  tx.delete(membership)
    .where(and(eq(membership.userId, userId), eq(membership.organisationId, organisationId)))
    .run()
  recordAudit(tx, context, {
    action,
    subjectKind: 'organisation',
    subject: String(organisationId),
    detail: { user: userId },
  })
}
