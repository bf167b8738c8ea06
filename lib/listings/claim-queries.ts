import { and, eq, inArray, min, ne } from 'drizzle-orm'
import { claim } from '#db/schema/listings.ts'
import { software } from '#db/schema/software.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { claimedEntry, claimOf } from './internal/own-claim.ts'
import type { ClaimView } from './rules/claim-view.ts'

/** What the page of a claim shows whoever is signed in. @throws SignInNeeded, NotFound */
export function getClaim(context: Context, slug: string): ClaimView {
  const actor = assertUserMay(context.actor, 'software.claim')
  const entry = claimedEntry(context.db, slug)
  const row = claimOf(context.db, actor.id, entry.id)
  const { publisher } = entry
  return {
    entry: { slug: entry.slug, name: entry.name },
    publisher: { slug: publisher.slug, name: publisher.name },
    repository: entry.address.replace(/\.git$/, ''),
    repositoryState: entry.state,
    movedTo: entry.movedTo,
    keptSince: keptByPublisherSince(context, entry.id),
    isMember: (actor.publishers ?? []).some((item) => item.publisherId === publisher.id),
    claim: row
      ? {
          state: row.state,
          token: row.token,
          message: row.message,
          path: row.path,
          commit: row.commit,
          fault: row.fault,
          checkedAt: row.checkedAt,
          settledAt: row.settledAt,
        }
      : null,
  }
}

/**
 * Since when an entry is kept by its publisher: its first claim that held, ISO 8601; undefined for none.
 * Public: it never says who.
 */
export function keptByPublisherSince(
  { db }: Pick<Context, 'db'>,
  softwareId: number,
): string | undefined {
  const row = db
    .select({ at: min(claim.settledAt) })
    .from(claim)
    .where(and(eq(claim.softwareId, softwareId), inArray(claim.state, ['proved', 'granted'])))
    .get()
  return row?.at ?? undefined
}

/** What one has claimed, for one's space and the file of one's own data. @throws SignInNeeded */
export function claimsOfUser(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return context.db
    .select({
      software: software.slug,
      name: software.name,
      state: claim.state,
      message: claim.message,
      path: claim.path,
      commit: claim.commit,
      createdAt: claim.createdAt,
      settledAt: claim.settledAt,
    })
    .from(claim)
    .innerJoin(software, eq(software.id, claim.softwareId))
    .where(and(eq(claim.userId, id), ne(claim.state, 'dropped')))
    .orderBy(claim.id)
    .all()
}
