import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { invitation, membership, user } from '#db/schema/accounts.ts'
import type { Context } from '#lib/context.ts'
import { assertMay } from './assert-may.ts'
import { organisationOfKey } from './internal/managers.ts'
import { may } from './rules/rights.ts'

/**
 * Who is in an organisation, and who is invited; names and addresses are for its members alone.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function membersOfOrganisation(context: Context, key: string) {
  const { db, actor, now } = context
  const { id, name } = organisationOfKey(db, key)
  assertMay(actor, 'member.read', id)
  const manages = may(actor, 'member.invite', id)
  return {
    name,
    /** Whether whoever reads may invite, remove and change roles. */
    manages,
    members: db
      .select({
        userId: user.id,
        name: user.name,
        email: user.email,
        role: membership.role,
        how: membership.how,
        since: membership.createdAt,
      })
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      .where(eq(membership.organisationId, id))
      .orderBy(desc(eq(membership.role, 'manager')), asc(user.email))
      .all(),
    invitations: manages
      ? db
          .select({
            id: invitation.id,
            email: invitation.email,
            role: invitation.role,
            expiresAt: invitation.expiresAt,
          })
          .from(invitation)
          .where(
            and(
              eq(invitation.organisationId, id),
              eq(invitation.acceptedAt, ''),
              gt(invitation.expiresAt, now.toISOString()),
            ),
          )
          .orderBy(asc(invitation.id))
          .all()
      : [],
  }
}
