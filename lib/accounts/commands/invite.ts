import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import { invitation, membership, user } from '#db/schema/accounts.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, TooMany } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { organisationOfKey } from '../internal/managers.ts'
import { inviteInput } from '../schema.ts'
import { localeOfUser } from '../user-locale.ts'
import { invitationMail } from './invitation-mail.ts'

/** How long an invitation can be accepted, in milliseconds: 14 days. */
export const INVITATION_LIFE = 14 * 86_400_000
/** Invitations of one organisation in a day: our mails must not serve to fill mailboxes. */
const MOST_A_DAY = 50

/** What is kept of the token of a link. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Invites someone into an organisation, by a mail whose link works for that address alone. Invited again,
 * they get a new link, and the one before is worth nothing.
 * @param target the organisation's key, the public address of the site, and the language of the page,
 * for whoever has not chosen one.
 * @throws Forbidden, NotFound, Conflict, TooMany, z.ZodError whose messages are keys of ACCOUNT_FAULTS
 */
export function inviteMember(
  context: Context,
  target: { key: string; siteUrl: string; locale: 'fr' | 'en' },
  input: unknown,
): { email: string } {
  return inTransaction(context.db, (tx) => {
    const organisation = organisationOfKey(tx, target.key)
    assertMay(context.actor, 'member.invite', organisation.id)
    const { email, role } = inviteInput.parse(input)
    assertNoMember(tx, email, organisation.id)
    assertFewToday(tx, context.now, organisation.id)
    const token = randomBytes(32).toString('base64url')
    const { now, actor } = context
    tx.delete(invitation)
      .where(
        and(
          eq(invitation.organisationId, organisation.id),
          eq(invitation.email, email),
          eq(invitation.acceptedAt, ''),
        ),
      )
      .run()
    const { id } = tx
      .insert(invitation)
      .values({
        organisationId: organisation.id,
        email,
        role,
        tokenHash: hashOfToken(token),
        invitedBy: actor.kind === 'user' ? actor.id : null,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + INVITATION_LIFE).toISOString(),
      })
      .returning({ id: invitation.id })
      .get()
    recordAudit(tx, context, {
      action: 'member.invite',
      subjectKind: 'organisation',
      subject: String(organisation.id),
      detail: { invitation: id, role },
    })
    const known = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
    queueMail(tx, context, {
      to: email,
      userId: known?.id ?? null,
      kind: 'invitation',
      ...invitationMail(known ? localeOfUser(tx, known.id) : target.locale, {
        organisation: organisation.name,
        token,
        siteUrl: target.siteUrl,
      }),
    })
    return { email }
  })
}

/** Takes an invitation back; its link is worth nothing from then on. @throws Forbidden, NotFound */
export function cancelInvitation(context: Context, input: { key: string; id: number }): void {
  inTransaction(context.db, (tx) => {
    const organisation = organisationOfKey(tx, input.key)
    assertMay(context.actor, 'member.invite', organisation.id)
    const { changes } = tx
      .delete(invitation)
      .where(
        and(
          eq(invitation.id, input.id),
          eq(invitation.organisationId, organisation.id),
          eq(invitation.acceptedAt, ''),
        ),
      )
      .run()
    if (changes === 0) return
    recordAudit(tx, context, {
      action: 'member.uninvite',
      subjectKind: 'organisation',
      subject: String(organisation.id),
      detail: { invitation: input.id },
    })
  })
}

function assertNoMember(tx: Tx, email: string, organisationId: number): void {
  const member = tx
    .select({ id: user.id })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(user.email, email), eq(membership.organisationId, organisationId)))
    .get()
  if (!member) return
  throw new Conflict(
    `${email} est déjà membre de cet organisme.`,
    `${email} is already a member of this organisation.`,
  )
}

function assertFewToday(tx: Tx, now: Date, organisationId: number): void {
  const since = new Date(now.getTime() - 86_400_000).toISOString()
  const { n } = tx
    .select({ n: sql<number>`count(*)` })
    .from(invitation)
    .where(and(eq(invitation.organisationId, organisationId), gt(invitation.createdAt, since)))
    .get() ?? { n: 0 }
  if (n < MOST_A_DAY) return
  throw new TooMany(
    `${MOST_A_DAY} invitations sont parties en un jour : les suivantes attendront demain.`,
    `${MOST_A_DAY} invitations were sent within a day: the next ones can go tomorrow.`,
  )
}
