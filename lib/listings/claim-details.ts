import { count, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { claim } from '#db/schema/listings.ts'
import { software } from '#db/schema/software.ts'
import { verifiedSince } from '#lib/publishers/verification.ts'
import { claimedEntry } from './internal/own-claim.ts'
import { managersOf } from './internal/publisher-managers.ts'

/** A claim as a moderator sees it, whose right the caller has checked; undefined for one that is gone. */
export function claimDetails(db: Db, id: number) {
  const found = db
    .select({ row: claim, slug: software.slug })
    .from(claim)
    .innerJoin(software, eq(software.id, claim.softwareId))
    .where(eq(claim.id, id))
    .get()
  if (!found || found.row.state === 'dropped') return undefined
  const { row, slug } = found
  const entry = claimedEntry(db, slug)
  const { id: publisherId, slug: publisherSlug, name } = entry.publisher
  const all = db
    .select({ n: count() })
    .from(software)
    .where(eq(software.publisherId, publisherId))
    .get()
  return {
    kind: 'claim' as const,
    entry: { slug: entry.slug, name: entry.name },
    publisher: {
      slug: publisherSlug,
      name,
      verified: verifiedSince(db, publisherId) !== undefined,
      managers: managersOf(db, publisherId).length,
      software: all?.n ?? 0,
    },
    repository: entry.address.replace(/\.git$/, ''),
    message: row.message,
    proof: row.commit === '' ? null : { path: row.path, commit: row.commit, at: row.checkedAt },
  }
}
