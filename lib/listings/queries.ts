import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { listing } from '#db/schema/listings.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { publisher, software } from '#db/schema/software.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { listingReading } from './internal/listing-reading.ts'
import { ownListing } from './internal/own-listing.ts'
import { softwareOfName } from './internal/software-of-name.ts'
import type { ListingView } from './rules/listing-view.ts'
import { EMPTY_LISTING } from './schema.ts'

/** One's own listing, as its page shows it. @throws SignInNeeded, NotFound */
export function getListing(context: Context, id: number): ListingView {
  const actor = assertUserMay(context.actor, 'listing.write')
  const { db } = context
  const row = ownListing(db, actor, id)
  const entry =
    row.softwareId === null
      ? undefined
      : db
          .select({ slug: software.slug, name: software.name })
          .from(software)
          .where(eq(software.id, row.softwareId))
          .get()
  const settled = db
    .select({ reason: moderationCase.reason })
    .from(moderationCase)
    .where(and(eq(moderationCase.kind, 'listing'), eq(moderationCase.subjectId, id)))
    .orderBy(desc(moderationCase.id))
    .get()
  return {
    id,
    // Dropped ones are not found.
    state: row.state as ListingView['state'],
    address: row.address.replace(/\.git$/, ''),
    form: { ...EMPTY_LISTING, ...row.form },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    reason: row.state === 'refused' ? (settled?.reason ?? '') : '',
    entry: entry ?? null,
    sameName: row.state === 'draft' ? softwareOfName(db, row.form.name ?? '') : [],
    reading: listingReading(row.reading as RepositoryReading | null),
  }
}

/** The publishers that one may list for: one's own first, then the others. @throws SignInNeeded */
export function publisherChoices(context: Context): {
  own: Array<{ slug: string; name: string }>
  others: Array<{ slug: string; name: string }>
} {
  const actor = assertUserMay(context.actor, 'listing.write')
  const own = new Set((actor.publishers ?? []).map(({ publisherId }) => publisherId))
  const all = context.db
    .select({ id: publisher.id, slug: publisher.slug, name: publisher.name })
    .from(publisher)
    .orderBy(publisher.name)
    .all()
  const choice = ({ slug, name }: (typeof all)[number]) => ({ slug, name })
  return {
    own: all.filter(({ id }) => own.has(id)).map(choice),
    others: all.filter(({ id }) => !own.has(id)).map(choice),
  }
}

/** What one has begun to list, and what waits, latest first. @throws SignInNeeded */
export function myListings(
  context: Context,
): Array<{ id: number; name: string; state: 'draft' | 'submitted' }> {
  const { id } = assertUserMay(context.actor, 'listing.write')
  return context.db
    .select({
      id: listing.id,
      form: listing.form,
      address: listing.addressKey,
      state: listing.state,
    })
    .from(listing)
    .where(and(eq(listing.userId, id), inArray(listing.state, ['draft', 'submitted'])))
    .orderBy(desc(listing.updatedAt))
    .all()
    .map(({ form, address, state, ...row }) => ({
      ...row,
      name: form.name || address,
      state: state as 'draft' | 'submitted',
    }))
}

/** The corrected publiccode.yml of a draft; undefined when there is none. @throws SignInNeeded, NotFound */
export function correctedPubliccode(context: Context, id: number): string | undefined {
  const actor = assertUserMay(context.actor, 'listing.write')
  const reading = ownListing(context.db, actor, id).reading as RepositoryReading | null
  return reading?.publiccode?.reading.corrected ?? undefined
}

/** What one has listed, for the file of one's own data. @throws SignInNeeded */
export function listingsOfUser(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return context.db
    .select({
      address: listing.address,
      form: listing.form,
      state: listing.state,
      createdAt: listing.createdAt,
      updatedAt: listing.updatedAt,
    })
    .from(listing)
    .where(and(eq(listing.userId, id), ne(listing.state, 'dropped')))
    .orderBy(listing.id)
    .all()
}
