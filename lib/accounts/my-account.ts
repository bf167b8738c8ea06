import { and, asc, desc, eq, gt } from 'drizzle-orm'
import {
  account,
  invitation,
  joinRequest,
  membership,
  providerClaim,
  session,
  user,
  userSetting,
} from '#db/schema/accounts.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { wordsOfUser } from '#lib/adoptions/words-of-user.ts'
import { relationsSaidBy } from '#lib/compare/relation-queries.ts'
import type { Context } from '#lib/context.ts'
import { claimsOfUser } from '#lib/listings/claim-queries.ts'
import { listingsOfUser } from '#lib/listings/queries.ts'
import { namesOfUser } from '#lib/names/names-of-user.ts'
import { needsOfUser } from '#lib/needs/needs-of-user.ts'
import { myProviders, referencesByMe } from '#lib/providers/mine.ts'
import { dataOfPublishers } from '#lib/publishers/my-data.ts'
import { assertUserMay } from './assert-may.ts'

/** The organisations that someone is a member of, with what each membership rests on. @throws SignInNeeded */
export function myOrganisations(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return context.db
    .select({
      id: organisation.id,
      key: organisation.key,
      name: organisation.name,
      role: membership.role,
      how: membership.how,
      since: membership.createdAt,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.userId, id))
    .orderBy(asc(organisation.name), asc(organisation.id))
    .all()
}

/** What someone has asked to join and waits for. @throws SignInNeeded */
export function myJoinRequests(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return context.db
    .select({
      name: organisation.name,
      key: organisation.key,
      role: joinRequest.role,
      message: joinRequest.message,
      askedAt: joinRequest.createdAt,
    })
    .from(joinRequest)
    .innerJoin(organisation, eq(organisation.id, joinRequest.organisationId))
    .innerJoin(
      moderationCase,
      and(
        eq(moderationCase.kind, 'join-request'),
        eq(moderationCase.subjectId, joinRequest.id),
        eq(moderationCase.state, 'waiting'),
      ),
    )
    .where(eq(joinRequest.userId, id))
    .orderBy(asc(joinRequest.id))
    .all()
}

/** Where someone is signed in, the latest first. @throws SignInNeeded */
export function mySessions(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return context.db
    .select({
      id: session.id,
      startedAt: session.createdAt,
      endsAt: session.expiresAt,
      userAgent: session.userAgent,
    })
    .from(session)
    .where(and(eq(session.userId, id), gt(session.expiresAt, context.now)))
    .orderBy(desc(session.createdAt))
    .all()
}

/** All that the service holds about whoever asks, for their file. @throws SignInNeeded */
export function myData(context: Context) {
  const actor = assertUserMay(context.actor, 'account.read')
  const { db } = context
  const row = db.select().from(user).where(eq(user.id, actor.id)).get()
  const setting = db.select().from(userSetting).where(eq(userSetting.userId, actor.id)).get()
  return {
    account: {
      id: actor.id,
      email: actor.email,
      name: actor.name,
      language: setting?.locale ?? 'fr',
      createdAt: row?.createdAt.toISOString() ?? '',
      roles: actor.roles,
    },
    providers: db
      .select({
        provider: account.providerId,
        subject: account.accountId,
        siret: providerClaim.siret,
        siretSeenAt: providerClaim.seenAt,
        since: account.createdAt,
      })
      .from(account)
      .leftJoin(
        providerClaim,
        and(
          eq(providerClaim.providerId, account.providerId),
          eq(providerClaim.subject, account.accountId),
        ),
      )
      .where(eq(account.userId, actor.id))
      .all(),
    organisations: myOrganisations(context).map(({ id: _, ...rest }) => rest),
    joinRequests: myJoinRequests(context),
    invitations: db
      .select({
        organisation: organisation.key,
        role: invitation.role,
        createdAt: invitation.createdAt,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
      .where(eq(invitation.email, actor.email))
      .all(),
    ...dataOfPublishers(context),
    sessions: mySessions(context),
    declarations: wordsOfUser(context),
    relations: relationsSaidBy(context, actor.id),
    serviceProviders: myProviders(context),
    serviceReferences: referencesByMe(context),
    listings: listingsOfUser(context),
    claims: claimsOfUser(context),
    names: namesOfUser(context),
    needs: needsOfUser(context, actor.id),
  }
}
