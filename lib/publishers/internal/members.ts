import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { membership, user } from '#db/schema/accounts.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'
import { Conflict, NotFound } from '#lib/errors.ts'

export interface PublisherPerson {
  userId: string
  name: string
  email: string
  role: 'member' | 'manager'
  /** ISO 8601, UTC. */
  since: string
  /** A member of the organisation that the publisher is: settled there, not here. */
  ofOrganisation: boolean
}

/**
 * Everyone who speaks for a publisher: its own members, and those of the organisation that it is, each
 * once, with the higher of their roles. Asks no right.
 */
export function publisherPeople(db: Db | Tx, publisherId: number): PublisherPerson[] {
  const columns = { userId: user.id, name: user.name, email: user.email }
  const own = db
    .select({ ...columns, role: publisherMember.role, since: publisherMember.createdAt })
    .from(publisherMember)
    .innerJoin(user, eq(user.id, publisherMember.userId))
    .where(eq(publisherMember.publisherId, publisherId))
    .orderBy(asc(publisherMember.createdAt), asc(user.id))
    .all()
    .map((row) => ({ ...row, ofOrganisation: false }))
  const ofOrganisation = db
    .select({ ...columns, role: membership.role, since: membership.createdAt })
    .from(publisher)
    .innerJoin(membership, eq(membership.organisationId, publisher.organisationId))
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(publisher.id, publisherId))
    .orderBy(asc(membership.createdAt), asc(user.id))
    .all()
    .map((row) => ({ ...row, ofOrganisation: true }))
  return [...own, ...ofOrganisation]
}

export interface PublisherReader {
  userId: string
  email: string
  locale: 'fr' | 'en'
}

/**
 * Whom to write to, each once: a publisher's own members and the managers of the organisation that it is;
 * where there are none, all of that organisation. A town that publishes has many agents who do not.
 * @param only its managers alone.
 */
export function publisherReaders(
  db: Db | Tx,
  publisherId: number,
  only?: 'managers',
): PublisherReader[] {
  const all = publisherPeople(db, publisherId)
  const managers = all.filter(({ role }) => role === 'manager')
  const close = all.filter(({ role, ofOrganisation }) => role === 'manager' || !ofOrganisation)
  const people = only === 'managers' ? managers : close.length > 0 ? close : all
  const byId = new Map(people.map(({ userId, email }) => [userId, email]))
  return [...byId].map(([userId, email]) => ({ userId, email, locale: localeOfUser(db, userId) }))
}

/** The membership of someone in their own right. @throws NotFound when they are no member any more. */
export function publisherMemberOf(tx: Tx, userId: string, publisherId: number) {
  const row = tx
    .select()
    .from(publisherMember)
    .where(and(eq(publisherMember.userId, userId), eq(publisherMember.publisherId, publisherId)))
    .get()
  if (row) return row
  throw new NotFound(
    'Cette personne n’est plus membre de cet éditeur, ou l’est par l’organisme qu’il est : rechargez la page.',
    'This person is not a member of this publisher any more, or is one through the organisation that it is: reload the page.',
  )
}

/**
 * Refuses what would leave a publisher without anyone who can invite or remove.
 * @throws Conflict when someone is its only manager.
 */
export function assertAnotherPublisherManager(tx: Tx, userId: string, publisherId: number): void {
  const managers = publisherPeople(tx, publisherId).filter(({ role }) => role === 'manager')
  const others = managers.filter((person) => person.userId !== userId || person.ofOrganisation)
  if (others.length > 0 || managers.length === 0) return
  throw new Conflict(
    'C’est le dernier gestionnaire de cet éditeur : donnez d’abord ce rôle à un autre membre.',
    'This is the last manager of this publisher: give that role to another member first.',
  )
}
