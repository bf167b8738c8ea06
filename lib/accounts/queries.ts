import { and, eq, gt } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { membership, session, user, userRole } from '#db/schema/accounts.ts'
import { provider, providerMember } from '#db/schema/providers.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context, UserActor } from '#lib/context.ts'

/** Who a user is and what they may do, read anew; undefined when the account is gone. */
export function readActor({ db }: { db: Db | Tx }, userId: string): UserActor | undefined {
  const row = db.select().from(user).where(eq(user.id, userId)).get()
  if (!row) return undefined
  return {
    kind: 'user',
    id: row.id,
    email: row.email,
    name: row.name,
    roles: db
      .select({ role: userRole.role })
      .from(userRole)
      .where(eq(userRole.userId, userId))
      .all()
      .map(({ role }) => role),
    memberships: db
      .select({ organisationId: membership.organisationId, role: membership.role })
      .from(membership)
      .where(eq(membership.userId, userId))
      .all(),
    publishers: [
      ...db
        .select({ publisherId: publisherMember.publisherId, role: publisherMember.role })
        .from(publisherMember)
        .where(eq(publisherMember.userId, userId))
        .all(),
      ...db
        .select({ publisherId: publisher.id, role: membership.role })
        .from(membership)
        .innerJoin(publisher, eq(publisher.organisationId, membership.organisationId))
        .where(eq(membership.userId, userId))
        .all(),
    ],
    providers: [
      ...db
        .select({ providerId: providerMember.providerId, role: providerMember.role })
        .from(providerMember)
        .where(eq(providerMember.userId, userId))
        .all(),
      ...db
        .select({ providerId: provider.id, role: membership.role })
        .from(membership)
        .innerJoin(provider, eq(provider.organisationId, membership.organisationId))
        .where(eq(membership.userId, userId))
        .all(),
    ],
  }
}

/** Whether a session is there and has not expired; whose browser holds it is not asked. */
export function sessionIsLive({ db }: Pick<Context, 'db'>, token: string, now: Date): boolean {
  const row = db
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.token, token), gt(session.expiresAt, now)))
    .get()
  return row !== undefined
}
