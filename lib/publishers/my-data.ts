import { asc, eq } from 'drizzle-orm'
import { contactRequest, publisherInvitation, publisherMember } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'

/** What this room holds about whoever asks: theirs to take away. @throws SignInNeeded */
export function dataOfPublishers(context: Context) {
  const { id, email } = assertUserMay(context.actor, 'account.read')
  const { db } = context
  return {
    publishers: db
      .select({
        publisher: publisher.slug,
        role: publisherMember.role,
        how: publisherMember.how,
        since: publisherMember.createdAt,
      })
      .from(publisherMember)
      .innerJoin(publisher, eq(publisher.id, publisherMember.publisherId))
      .where(eq(publisherMember.userId, id))
      .all(),
    publisherInvitations: db
      .select({
        publisher: publisher.slug,
        role: publisherInvitation.role,
        createdAt: publisherInvitation.createdAt,
        expiresAt: publisherInvitation.expiresAt,
      })
      .from(publisherInvitation)
      .innerJoin(publisher, eq(publisher.id, publisherInvitation.publisherId))
      .where(eq(publisherInvitation.email, email))
      .all(),
    contactRequests: db
      .select({
        publisher: publisher.slug,
        subject: contactRequest.subject,
        message: contactRequest.message,
        createdAt: contactRequest.createdAt,
        state: contactRequest.state,
      })
      .from(contactRequest)
      .innerJoin(publisher, eq(publisher.id, contactRequest.publisherId))
      .where(eq(contactRequest.userId, id))
      .orderBy(asc(contactRequest.id))
      .all(),
  }
}
