import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { repository } from '#db/schema/forge.ts'
import { claim } from '#db/schema/listings.ts'
import { publisher, software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { NotFound } from '#lib/errors.ts'

export type ClaimRow = typeof claim.$inferSelect

export interface ClaimedEntry {
  id: number
  slug: string
  name: string
  publisher: { id: number; slug: string; name: string; organisationId: number | null }
  /** What is cloned; empty when the entry has no repository. */
  address: string
  state: string
  movedTo: string
}

/** The entry that a claim is about. @throws NotFound */
export function claimedEntry(db: Db | Tx, slug: string): ClaimedEntry {
  const row = db
    .select({
      id: software.id,
      slug: software.slug,
      name: software.name,
      repository: software.repository,
      publisher: {
        id: publisher.id,
        slug: publisher.slug,
        name: publisher.name,
        organisationId: publisher.organisationId,
      },
      address: repository.address,
      state: repository.state,
      movedTo: repository.movedTo,
    })
    .from(software)
    .innerJoin(publisher, eq(publisher.id, software.publisherId))
    .leftJoin(repository, eq(repository.softwareId, software.id))
    .where(eq(software.slug, slug))
    .get()
  if (row) {
    const { repository: written, address, state, movedTo, ...entry } = row
    // What the entry says now: a harvest follows a corrected address only at its next visit.
    const followed = address === written
    return {
      ...entry,
      address: written,
      state: (followed && state) || '',
      movedTo: (followed && movedTo) || '',
    }
  }
  throw new NotFound(
    'Cette fiche n’est pas au catalogue : revenez à la liste des logiciels.',
    'This entry is not in the catalogue: go back to the list of software.',
  )
}

/** Somebody's own claim of an entry. */
export function claimOf(db: Db | Tx, userId: string, softwareId: number): ClaimRow | undefined {
  return db
    .select()
    .from(claim)
    .where(and(eq(claim.userId, userId), eq(claim.softwareId, softwareId)))
    .get()
}
