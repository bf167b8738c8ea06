import { and, eq } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { claim } from '#db/schema/listings.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import type { Tx } from '#db/transaction.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'
import type { Context } from '#lib/context.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { joinPublisherIn } from '#lib/publishers/enrol-member.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import { claimedMail } from '../claim-mail.ts'
import type { ClaimedEntry, ClaimRow } from './own-claim.ts'
import { managersOf } from './publisher-managers.ts'

/**
 * Makes of a claim that holds what it is for: whoever made it speaks for the publisher of the entry, as
 * its manager where it has none, as a member else, and then its managers are told.
 * @returns what they are now.
 */
export function grantClaimIn(
  tx: Tx,
  context: Context,
  row: ClaimRow,
  entry: ClaimedEntry,
  state: 'proved' | 'granted',
): 'manager' | 'member' {
  const { publisher } = entry
  const managers = managersOf(tx, publisher.id)
  const before = tx
    .select({ role: publisherMember.role })
    .from(publisherMember)
    .where(
      and(eq(publisherMember.userId, row.userId), eq(publisherMember.publisherId, publisher.id)),
    )
    .get()
  const role = managers.length === 0 || managers.includes(row.userId) ? 'manager' : 'member'
  if (!before || managers.length === 0) {
    joinPublisherIn(tx, context, {
      userId: row.userId,
      publisherId: publisher.id,
      role,
      how: state === 'proved' ? 'claim' : 'moderator',
    })
  }
  const at = context.now.toISOString()
  tx.update(claim)
    .set({
      state,
      settledAt: at,
      settledBy: state === 'granted' && context.actor.kind === 'user' ? context.actor.id : null,
    })
    .where(eq(claim.id, row.id))
    .run()
  if (managers.length === 0) {
    recordPublisherEvent(tx, context, {
      publisherId: publisher.id,
      softwareId: entry.id,
      kind: 'software-claimed',
      detail: {},
    })
  }
  if (!before) tellManagers(tx, context, managers, row.userId, entry, state === 'proved')
  return role
}

function tellManagers(
  tx: Tx,
  context: Context,
  managers: readonly string[],
  userId: string,
  entry: ClaimedEntry,
  proved: boolean,
): void {
  const addressOf = (id: string) =>
    tx.select({ email: user.email }).from(user).where(eq(user.id, id)).get()?.email
  const email = addressOf(userId) ?? ''
  for (const id of managers) {
    const to = addressOf(id)
    if (id === userId || to === undefined) continue
    const what = { software: entry.name, publisher: entry.publisher.name, email, proved }
    queueMail(tx, context, {
      to,
      userId: id,
      kind: 'claim',
      ...claimedMail(localeOfUser(tx, id), what),
    })
  }
}
