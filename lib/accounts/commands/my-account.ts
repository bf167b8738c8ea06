import { and, eq, like, ne, or, sql } from 'drizzle-orm'
import {
  account,
  invitation,
  joinRequest,
  providerClaim,
  session,
  user,
  userSetting,
  verification,
} from '#db/schema/accounts.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { publisherInvitation } from '#db/schema/publishers.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { forgetUser } from '#lib/adoptions/commands/forget-user.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { forgetListings } from '#lib/listings/commands/forget-user.ts'
import { withdrawCase } from '#lib/moderation/withdraw-case.ts'
import { deletionInput, profileInput } from '../schema.ts'
import { assertAnotherAdministrator } from './grant-role.ts'

/** Changes the name and the language of whoever asks. @throws SignInNeeded, z.ZodError */
export function changeProfile(context: Context, input: unknown): void {
  const { id } = assertUserMay(context.actor, 'account.change')
  const { name, language } = profileInput.parse(input)
  inTransaction(context.db, (tx) => {
    tx.update(user).set({ name, updatedAt: context.now }).where(eq(user.id, id)).run()
    tx.insert(userSetting)
      .values({ userId: id, locale: language })
      .onConflictDoUpdate({ target: userSetting.userId, set: { locale: language } })
      .run()
    audit(tx, context, 'account.change', id)
  })
}

/** Ends one session of whoever asks; what is not theirs, or is over, stays as it is. @throws SignInNeeded */
export function endSession(context: Context, sessionId: string): void {
  const { id } = assertUserMay(context.actor, 'account.change')
  inTransaction(context.db, (tx) => {
    const { changes } = tx
      .delete(session)
      .where(and(eq(session.id, sessionId), eq(session.userId, id)))
      .run()
    if (changes > 0) audit(tx, context, 'session.end', id)
  })
}

/** Ends the sessions of whoever asks, but one. @throws SignInNeeded */
export function endOtherSessions(context: Context, keptId: string): void {
  const { id } = assertUserMay(context.actor, 'account.change')
  inTransaction(context.db, (tx) => {
    const { changes } = tx
      .delete(session)
      .where(and(eq(session.userId, id), ne(session.id, keptId)))
      .run()
    if (changes > 0) audit(tx, context, 'session.end-others', id)
  })
}

/**
 * Deletes the account of whoever asks, for good. What they declared stays with their organisation, and
 * names nobody any more; the audit keeps an id that leads to nobody.
 * @throws SignInNeeded, Conflict for the last administrator, z.ZodError
 */
export function deleteAccount(context: Context, input: unknown): void {
  const actor = assertUserMay(context.actor, 'account.delete')
  deletionInput.parse(input)
  inTransaction(context.db, (tx) => {
    assertAnotherAdministrator(tx, actor.id)
    forgetUser(tx, actor.id)
    for (const { id } of tx
      .select({ id: joinRequest.id })
      .from(joinRequest)
      .where(eq(joinRequest.userId, actor.id))
      .all()) {
      withdrawCase(tx, 'join-request', id)
    }
    forgetListings(tx, actor.id)
    for (const { providerId, subject } of tx
      .select({ providerId: account.providerId, subject: account.accountId })
      .from(account)
      .where(eq(account.userId, actor.id))
      .all()) {
      tx.delete(providerClaim)
        .where(and(eq(providerClaim.providerId, providerId), eq(providerClaim.subject, subject)))
        .run()
    }
    tx.delete(invitation).where(eq(invitation.email, actor.email)).run()
    tx.delete(publisherInvitation).where(eq(publisherInvitation.email, actor.email)).run()
    tx.delete(verification)
      .where(
        and(
          like(verification.identifier, 'magic-link:%'),
          sql`${verification.value} ->> 'email' = ${actor.email}`,
        ),
      )
      .run()
    tx.delete(mailMessage)
      .where(
        and(
          eq(mailMessage.sentAt, ''),
          or(eq(mailMessage.userId, actor.id), eq(mailMessage.recipient, actor.email)),
        ),
      )
      .run()
    audit(tx, context, 'account.delete', actor.id)
    // Sessions, roles, memberships and requests go with it.
    tx.delete(user).where(eq(user.id, actor.id)).run()
  })
}

function audit(tx: Tx, context: Context, action: string, userId: string): void {
  recordAudit(tx, context, { action, subjectKind: 'user', subject: userId })
}
