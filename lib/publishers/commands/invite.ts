import { randomBytes } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { publisherInvitation } from '#db/schema/publishers.ts'
import { auditEntry } from '#db/schema/system.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { hashOfToken, INVITATION_LIFE } from '#lib/accounts/commands/invite.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, TooMany } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { publisherPeople } from '../internal/members.ts'
import { publisherOfSlug } from '../internal/publisher-of.ts'
import { publisherInviteInput } from '../schema.ts'
import { publisherInvitationMail } from './invitation-mail.ts'

/** Invitations of one publisher in a day: our mails must not serve to fill mailboxes. */
const MOST_A_DAY = 20

/**
 * Invites someone to speak for a publisher, by a mail whose link works for that address alone. Invited
 * again, they get a new link, and the one before is worth nothing.
 * @throws Forbidden, NotFound, Conflict, TooMany, z.ZodError whose messages are keys of ACCOUNT_FAULTS
 */
export function invitePublisherMember(
  context: Context,
  target: { slug: string; siteUrl: string; locale: 'fr' | 'en' },
  input: unknown,
): void {
  inTransaction(context.db, (tx) => {
    const { id: publisherId, name, slug } = publisherOfSlug(tx, target.slug)
    assertMay(context.actor, 'publisher.manage-members', { publisher: publisherId })
    const { email, role } = publisherInviteInput.parse(input)
    assertNoMember(tx, email, publisherId)
    assertFewToday(tx, context.now, slug)
    tx.delete(publisherInvitation)
      .where(
        and(
          eq(publisherInvitation.publisherId, publisherId),
          eq(publisherInvitation.email, email),
          eq(publisherInvitation.acceptedAt, ''),
        ),
      )
      .run()
    const { now, actor } = context
    const token = randomBytes(32).toString('base64url')
    const { id } = tx
      .insert(publisherInvitation)
      .values({
        publisherId,
        email,
        role,
        tokenHash: hashOfToken(token),
        invitedBy: actor.kind === 'user' ? actor.id : null,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + INVITATION_LIFE).toISOString(),
      })
      .returning({ id: publisherInvitation.id })
      .get()
    recordAudit(tx, context, {
      action: 'publisher.invite',
      subjectKind: 'publisher',
      subject: slug,
      detail: { invitation: id, role },
    })
    const known = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
    queueMail(tx, context, {
      to: email,
      userId: known?.id ?? null,
      kind: 'invitation',
      ...publisherInvitationMail(known ? localeOfUser(tx, known.id) : target.locale, {
        publisher: name,
        token,
        siteUrl: target.siteUrl,
      }),
    })
  })
}

/** Takes an invitation back; its link is worth nothing from then on. @throws Forbidden, NotFound */
export function cancelPublisherInvitation(
  context: Context,
  input: { slug: string; id: number },
): void {
  inTransaction(context.db, (tx) => {
    const { id: publisherId, slug } = publisherOfSlug(tx, input.slug)
    assertMay(context.actor, 'publisher.manage-members', { publisher: publisherId })
    const { changes } = tx
      .delete(publisherInvitation)
      .where(
        and(
          eq(publisherInvitation.id, input.id),
          eq(publisherInvitation.publisherId, publisherId),
          eq(publisherInvitation.acceptedAt, ''),
        ),
      )
      .run()
    if (changes === 0) return
    recordAudit(tx, context, {
      action: 'publisher.uninvite',
      subjectKind: 'publisher',
      subject: slug,
      detail: { invitation: input.id },
    })
  })
}

function assertNoMember(tx: Tx, email: string, publisherId: number): void {
  if (publisherPeople(tx, publisherId).every((person) => person.email !== email)) return
  throw new Conflict(
    `${email} parle déjà pour cet éditeur.`,
    `${email} speaks for this publisher already.`,
  )
}

/** What was sent counts, whether it still stands or was taken back. */
function assertFewToday(tx: Tx, now: Date, slug: string): void {
  const since = new Date(now.getTime() - 86_400_000).toISOString()
  const row = tx
    .select({ n: sql<number>`count(*)` })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.subjectKind, 'publisher'),
        eq(auditEntry.subject, slug),
        eq(auditEntry.action, 'publisher.invite'),
        gt(auditEntry.at, since),
      ),
    )
    .get()
  if ((row?.n ?? 0) < MOST_A_DAY) return
  throw new TooMany(
    `${MOST_A_DAY} invitations sont parties en un jour : les suivantes attendront demain.`,
    `${MOST_A_DAY} invitations were sent within a day: the next ones can go tomorrow.`,
  )
}
