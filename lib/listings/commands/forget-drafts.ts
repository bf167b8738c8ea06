import { and, eq, lt } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { listing } from '#db/schema/listings.ts'

/** Days after which a draft that nobody came back to is forgotten, with what was read for it. */
const KEPT = 90
const DAY = 86_400_000

/** Forgets drafts that nobody came back to: what was read for them may name people. */
export function forgetDrafts(db: Db, now: Date): void {
  const before = new Date(now.getTime() - KEPT * DAY).toISOString()
  db.delete(listing)
    .where(and(eq(listing.state, 'draft'), lt(listing.updatedAt, before)))
    .run()
}
