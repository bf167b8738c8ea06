import { and, eq } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { publisherInvitation, publisherMember } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { hashOfToken } from '#lib/accounts/commands/invite.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound } from '#lib/errors.ts'

/**
 * Becomes a member of a publisher by an invitation. It was sent to an address, and only who is signed in
 * with that address can accept it. Accepted twice, it is accepted.
 * @throws SignInNeeded, NotFound, Forbidden, Conflict
 */
export function acceptPublisherInvitation(
  context: Context,
  token: string,
): { slug: string; name: string } {
  const actor = assertUserMay(context.actor, 'invitation.accept')
  return inTransaction(context.db, (tx) => {
    const { row, slug, name } = sent(tx, token)
    const person = tx.select().from(user).where(eq(user.id, actor.id)).get()
    if (!person?.emailVerified || person.email !== row.email) throw otherAddress()
    const mine = and(
      eq(publisherMember.userId, actor.id),
      eq(publisherMember.publisherId, row.publisherId),
    )
    const here = tx.select().from(publisherMember).where(mine).get()
    if (row.acceptedAt !== '' && here) return { slug, name }
    const at = context.now.toISOString()
    if (row.acceptedAt !== '' || row.expiresAt <= at) throw used()
    const { id, publisherId, role, invitedBy: grantedBy } = row
    if (!here) {
      tx.insert(publisherMember)
        .values({
          userId: actor.id,
          publisherId,
          role,
          how: 'invitation',
          createdAt: at,
          grantedBy,
        })
        .run()
    } else if (role === 'manager') {
      tx.update(publisherMember).set({ role }).where(mine).run()
    }
    tx.update(publisherInvitation)
      .set({ acceptedAt: at })
      .where(eq(publisherInvitation.id, id))
      .run()
    recordAudit(tx, context, {
      action: 'publisher.join',
      subjectKind: 'publisher',
      subject: slug,
      detail: { user: actor.id, how: 'invitation', role, invitation: id },
    })
    return { slug, name }
  })
}

/**
 * The publisher of an invitation, to show before it is accepted.
 * @throws SignInNeeded, NotFound, Forbidden; Conflict when it is used or too old
 */
export function readPublisherInvitation(
  context: Context,
  token: string,
): { name: string; role: 'member' | 'manager' } {
  const { email } = assertUserMay(context.actor, 'invitation.accept')
  const { row, name } = sent(context.db, token)
  if (row.email !== email) throw otherAddress()
  if (row.acceptedAt !== '' || row.expiresAt <= context.now.toISOString()) throw used()
  return { name, role: row.role }
}

function sent(tx: Pick<Tx, 'select'>, token: string) {
  const found = tx
    .select({ row: publisherInvitation, slug: publisher.slug, name: publisher.name })
    .from(publisherInvitation)
    .innerJoin(publisher, eq(publisher.id, publisherInvitation.publisherId))
    .where(eq(publisherInvitation.tokenHash, hashOfToken(token)))
    .get()
  if (found) return found
  throw new NotFound(
    'Cette invitation n’existe pas, ou plus : elle a été retirée, ou remplacée par une plus récente. Demandez-en une autre à qui vous a invité.',
    'There is no such invitation, or not any more: it was taken back, or a later one replaced it. Ask whoever invited you for another.',
  )
}

const otherAddress = () =>
  new Forbidden(
    'Cette invitation a été envoyée à une autre adresse que celle de votre connexion. Déconnectez-vous, puis connectez-vous avec l’adresse qui l’a reçue.',
    'This invitation was sent to another address than the one you are signed in with. Sign out, then sign in with the address that received it.',
  )

const used = () =>
  new Conflict(
    'Cette invitation ne sert plus : elle a déjà servi, ou elle a plus de 14 jours. Demandez-en une autre à qui vous a invité.',
    'This invitation is of no use any more: it was used already, or it is older than 14 days. Ask whoever invited you for another.',
  )
