import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/organisations.ts'
import { contactRequest, publisherInvitation } from '#db/schema/publishers.ts'
import { publisher, software } from '#db/schema/software.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { may, type Rightholder } from '#lib/accounts/rules/rights.ts'
import type { Context } from '#lib/context.ts'
import { publisherPeople } from './internal/members.ts'
import { publisherOfSlug } from './internal/publisher-of.ts'

export interface SoftwareOfSpace {
  slug: string
  name: string
  /** Uses that wait for the word of their organisation. */
  unconfirmed: number
  /** What the repository says otherwise than the entry. */
  differences: number
  /** Names of users that are no organisation yet. */
  names: number
}

/**
 * What those who speak for a publisher find in its space.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function getPublisherSpace(context: Context, slug: string) {
  const { db, actor, now } = context
  const row = publisherOfSlug(db, slug)
  const place = { publisher: row.id }
  assertMay(actor, 'publisher.read-space', place)
  const manages = may(actor as Rightholder, 'publisher.manage-members', place)
  const answers = may(actor as Rightholder, 'publisher.answer', place)
  return {
    publisher: {
      slug: row.slug,
      name: row.name,
      website: row.website,
      summaryFr: row.summaryFr,
      summaryEn: row.summaryEn,
      organisation: organisationOf(context, row.organisationId),
    },
    manages,
    /** Whether they may read and settle requests for contact, and say who uses the software. */
    answers,
    edits: may(actor as Rightholder, 'publisher.edit', place),
    software: softwareOfSpace(context, row.id),
    /** Requests for contact that nobody has settled. */
    waiting: answers ? countContacts(context, row.id) : 0,
    people: publisherPeople(db, row.id),
    invitations: manages
      ? db
          .select({
            id: publisherInvitation.id,
            email: publisherInvitation.email,
            role: publisherInvitation.role,
            expiresAt: publisherInvitation.expiresAt,
          })
          .from(publisherInvitation)
          .where(
            and(
              eq(publisherInvitation.publisherId, row.id),
              eq(publisherInvitation.acceptedAt, ''),
              gt(publisherInvitation.expiresAt, now.toISOString()),
            ),
          )
          .orderBy(asc(publisherInvitation.id))
          .all()
      : [],
  }
}

function organisationOf({ db }: Pick<Context, 'db'>, id: number | null) {
  if (id === null) return null
  const columns = { key: organisation.key, name: organisation.name }
  return db.select(columns).from(organisation).where(eq(organisation.id, id)).get() ?? null
}

function softwareOfSpace({ db }: Pick<Context, 'db'>, publisherId: number): SoftwareOfSpace[] {
  return db.all<SoftwareOfSpace>(sql`
    SELECT s.slug, s.name, coalesce(f.reported, 0) AS unconfirmed,
      (SELECT count(*) FROM field_difference d
        WHERE d.software_id = s.id AND d.state = 'open') AS differences,
      (SELECT count(*) FROM name_list l JOIN listed_name n ON n.list_id = l.id AND n.state = 'open'
        WHERE l.software_id = s.id) AS names
    FROM software s LEFT JOIN software_figures f ON f.software_id = s.id
    WHERE s.publisher_id = ${publisherId} ORDER BY s.name_key`)
}

function countContacts({ db }: Pick<Context, 'db'>, publisherId: number): number {
  return db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM contact_request WHERE publisher_id = ${publisherId} AND state = 'new'`)
    .n
}

const CONTACTS_SHOWN = 100

/**
 * Requests for contact, those that wait first, then the latest: personal, for the publisher alone.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function listContactRequests({ db, actor }: Context, slug: string) {
  const { id } = publisherOfSlug(db, slug)
  assertMay(actor, 'publisher.answer', { publisher: id })
  return db
    .select({
      id: contactRequest.id,
      subject: contactRequest.subject,
      message: contactRequest.message,
      createdAt: contactRequest.createdAt,
      state: contactRequest.state,
      settledAt: contactRequest.settledAt,
      name: user.name,
      address: user.email,
      software: { slug: software.slug, name: software.name },
      organisation: { key: organisation.key, name: organisation.name },
    })
    .from(contactRequest)
    .innerJoin(user, eq(user.id, contactRequest.userId))
    .leftJoin(software, eq(software.id, contactRequest.softwareId))
    .leftJoin(organisation, eq(organisation.id, contactRequest.organisationId))
    .where(eq(contactRequest.publisherId, id))
    .orderBy(desc(sql`${contactRequest.state} = 'new'`), desc(contactRequest.id))
    .limit(CONTACTS_SHOWN)
    .all()
}

/**
 * What the page that asks for contact needs: of what one may write, in whose name, and whether anyone
 * would read it.
 * @throws NotFound, SignInNeeded
 */
export function contactPlace(context: Context, slug: string) {
  const { db, actor } = context
  assertMay(actor, 'publisher.contact')
  const row = publisherOfSlug(db, slug)
  const ids = actor.kind === 'user' ? actor.memberships.map((item) => item.organisationId) : []
  return {
    publisher: { slug: row.slug, name: row.name, website: row.website },
    reachable: isReachable(context, row.id),
    software: db
      .select({ slug: software.slug, name: software.name })
      .from(software)
      .where(eq(software.publisherId, row.id))
      .orderBy(asc(software.nameKey))
      .all(),
    organisations: db.all<{ key: string; name: string }>(sql`
      SELECT key, name FROM organisation
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY name_key`),
  }
}

/** Whether somebody would read what is written to a publisher. */
export function isReachable({ db }: Pick<Context, 'db'>, publisherId: number): boolean {
  return publisherPeople(db, publisherId).length > 0
}

/** The publishers that whoever asks speaks for, with the requests that wait. */
export function myPublishers(
  context: Context,
): Array<{ slug: string; name: string; role: 'member' | 'manager'; waiting: number }> {
  const { db, actor } = context
  if (actor.kind !== 'user') return []
  const roles = new Map<number, 'member' | 'manager'>()
  for (const { publisherId, role } of actor.publishers ?? []) {
    if (roles.get(publisherId) !== 'manager') roles.set(publisherId, role)
  }
  return [...roles]
    .flatMap(([id, role]) => {
      const columns = { slug: publisher.slug, name: publisher.name }
      const row = db.select(columns).from(publisher).where(eq(publisher.id, id)).get()
      return row ? [{ ...row, role, waiting: countContacts(context, id) }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
