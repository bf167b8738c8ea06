import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { membership } from '#db/schema/accounts.ts'
import { listing } from '#db/schema/listings.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import { businessFunction, publisher, software } from '#db/schema/software.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { verifiedSince } from '#lib/publishers/verification.ts'
import { listingReading } from './internal/listing-reading.ts'
import { listed } from './listing-entry.ts'
import type { ReadingView } from './rules/listing-view.ts'

export interface SubmittedListing {
  kind: 'listing'
  address: string
  form: Record<string, string>
  /** The functions that it names, in words. */
  functions: Array<{ fr: string; en: string }>
  reading: ReadingView | null
  publisher: { slug: string; name: string; verified: boolean } | null
  isMember: boolean
  became: { slug: string; name: string } | null
}

/**
 * A listing as a moderator sees it, whose right the caller has checked; undefined for one that is gone or
 * given up.
 */
export function submittedListing(db: Db, id: number): SubmittedListing | undefined {
  const row = db.select().from(listing).where(eq(listing.id, id)).get()
  if (!row || row.state === 'dropped' || row.state === 'draft') return undefined
  const of = db
    .select()
    .from(publisher)
    .where(eq(publisher.slug, row.form.publisher ?? ''))
    .get()
  return {
    kind: 'listing',
    address: row.address.replace(/\.git$/, ''),
    form: row.form,
    functions: functionNames(db, listed(row.form.functions)),
    reading: listingReading(row.reading as RepositoryReading | null),
    publisher: of
      ? { slug: of.slug, name: of.name, verified: verifiedSince(db, of.id) !== undefined }
      : null,
    isMember: of !== undefined && isMember(db, row.userId, of),
    became:
      row.softwareId === null
        ? null
        : (db
            .select({ slug: software.slug, name: software.name })
            .from(software)
            .where(eq(software.id, row.softwareId))
            .get() ?? null),
  }
}

function functionNames(db: Db, slugs: readonly string[]): Array<{ fr: string; en: string }> {
  return slugs.flatMap(
    (slug) =>
      db
        .select({ fr: businessFunction.nameFr, en: businessFunction.nameEn })
        .from(businessFunction)
        .where(eq(businessFunction.slug, slug))
        .get() ?? [],
  )
}

function isMember(
  db: Db,
  userId: string,
  { id, organisationId }: { id: number; organisationId: number | null },
): boolean {
  const own = db
    .select({ role: publisherMember.role })
    .from(publisherMember)
    .where(and(eq(publisherMember.userId, userId), eq(publisherMember.publisherId, id)))
    .get()
  if (own || organisationId === null) return own !== undefined
  return (
    db
      .select({ role: membership.role })
      .from(membership)
      .where(and(eq(membership.userId, userId), eq(membership.organisationId, organisationId)))
      .get() !== undefined
  )
}
