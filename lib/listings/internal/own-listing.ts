import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { listing } from '#db/schema/listings.ts'
import type { Tx } from '#db/transaction.ts'
import type { UserActor } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'

export type ListingRow = typeof listing.$inferSelect

/** Somebody's own listing. @throws NotFound for those of others, too: an address tells nothing. */
export function ownListing(db: Db | Tx, actor: UserActor, id: number): ListingRow {
  const row = db.select().from(listing).where(eq(listing.id, id)).get()
  if (row?.userId === actor.id && row.state !== 'dropped') return row
  throw new NotFound(
    'Ce brouillon n’existe pas, ou plus : revenez à votre espace.',
    'There is no such draft, or not any more: go back to your space.',
  )
}

/** The same while it can be changed. @throws NotFound, Conflict */
export function ownDraft(db: Db | Tx, actor: UserActor, id: number): ListingRow {
  const row = ownListing(db, actor, id)
  if (row.state === 'draft') return row
  throw new Conflict(
    'Ce projet est déjà envoyé : il ne se change plus ici. Rechargez la page pour voir où il en est.',
    'This project was sent already: it is not changed here any more. Reload the page to see where it stands.',
  )
}
