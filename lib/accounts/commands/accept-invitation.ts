import { and, eq } from 'drizzle-orm'
import { invitation, membership, user } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound } from '#lib/errors.ts'
import { hashOfToken } from './invite.ts'

/**
 * Becomes a member by an invitation. It was sent to an address, and only who is signed in with that
 * address can accept it. Accepted twice, it is accepted.
 * @throws SignInNeeded, NotFound, Forbidden, Conflict
 */
export function acceptInvitation(
  context: Context,
  token: string,
): { key: string; name: string; role: 'member' | 'manager' } {
  const actor = assertUserMay(context.actor, 'invitation.accept')
  return inTransaction(context.db, (tx) => {
    const { row, key, name } = sent(tx, token)
    const person = tx.select().from(user).where(eq(user.id, actor.id)).get()
    if (!person?.emailVerified || person.email !== row.email) throw otherAddress()
    const { id, organisationId, role, invitedBy } = row
    const here = tx
      .select({ role: membership.role })
      .from(membership)
      .where(and(eq(membership.userId, actor.id), eq(membership.organisationId, organisationId)))
      .get()
    if (row.acceptedAt !== '') {
      if (here) return { key, name, role: here.role }
      throw used()
    }
    if (row.expiresAt <= context.now.toISOString()) throw used()
    const at = context.now.toISOString()
    if (!here) {
      tx.insert(membership)
        .values({
          userId: actor.id,
          organisationId,
          role,
          how: 'invitation',
          createdAt: at,
          grantedBy: invitedBy,
        })
        .run()
    } else if (role === 'manager') {
      tx.update(membership)
        .set({ role })
        .where(and(eq(membership.userId, actor.id), eq(membership.organisationId, organisationId)))
        .run()
    }
    tx.update(invitation).set({ acceptedAt: at }).where(eq(invitation.id, id)).run()
    recordAudit(tx, context, {
      action: 'member.join',
      subjectKind: 'organisation',
      subject: String(organisationId),
      detail: { user: actor.id, how: 'invitation', role, invitation: id },
    })
    return { key, name, role: here?.role === 'manager' ? 'manager' : role }
  })
}

/**
 * The organisation of an invitation, to show before it is accepted.
 * @throws SignInNeeded, NotFound, Forbidden; Conflict when it is used or too old
 */
export function readInvitation(
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
    .select({ row: invitation, key: organisation.key, name: organisation.name })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .where(eq(invitation.tokenHash, hashOfToken(token)))
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
