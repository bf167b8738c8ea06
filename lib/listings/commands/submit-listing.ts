import { eq } from 'drizzle-orm'
import { listing } from '#db/schema/listings.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { readActor } from '#lib/accounts/queries.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context, UserActor } from '#lib/context.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { repositoryAddress } from '#lib/forge/rules/address.ts'
import { openCase } from '#lib/moderation/open-case.ts'
import { verifiedSince } from '#lib/publishers/verification.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { type ForgeAccess, readFor } from '../forge-access.ts'
import { chosenPublisher } from '../internal/chosen-publisher.ts'
import { entryOfRepository } from '../internal/entry-of-repository.ts'
import { ownDraft } from '../internal/own-listing.ts'
import { documentOf, publishListingIn } from '../internal/publish-listing-in.ts'
import { isStale } from '../internal/stale.ts'
import { listingEntry } from '../listing-entry.ts'
import { alreadyListed } from '../refusal.ts'
import { saveListing } from './change-listing.ts'
import { refuseReading } from './start-listing.ts'

export type SubmittedListing = { published: string } | { waiting: number }

/**
 * Sends a completed listing: for a publisher that is verified and that the person is a member of, it is
 * published at once; else it waits for a moderator. So does one whose name an entry has already. What was
 * typed is kept, whatever is wrong with it.
 * @returns the slug of the entry, or the number of the case.
 * @throws SignInNeeded, NotFound, Conflict, z.ZodError whose messages are ListingFault, ForgeRefusal,
 * ListingRefusal, TooMany
 */
export async function submitListing(
  context: Context,
  input: { id: number; form: Readonly<Record<string, string>> },
  forge: ForgeAccess,
): Promise<SubmittedListing> {
  const actor = assertUserMay(context.actor, 'listing.write')
  saveListing(context, input)
  const row = ownDraft(context.db, actor, input.id)
  const address = repositoryAddress(row.address, forge.hosts)
  const before = row.reading as RepositoryReading
  const { entry, newPublisher } = listingEntry(row.form, documentOf(before, address.page))
  const publisher = chosenPublisher(context.db, entry.publisher, newPublisher)
  const atOnce =
    publisher !== undefined &&
    isMember(actor, publisher.id) &&
    verifiedSince(context.db, publisher.id) !== undefined &&
    !resolveSoftwareSlug(context.db, entry.slug)
  const reading =
    atOnce && isStale(before, context.now) ? await readFor(actor.id, forge, row.address) : before
  refuseReading(context, address, reading, forge.hosts)
  return inTransaction(context.db, (tx) => {
    // What was judged is what is published: the reading took its time, and others may have changed it.
    const draft = { ...ownDraft(tx, actor, input.id), form: row.form, reading }
    if (
      atOnce &&
      stillMember(tx, actor.id, publisher.id) &&
      verifiedSince(tx, publisher.id) !== undefined &&
      !resolveSoftwareSlug(tx, entry.slug)
    ) {
      return { published: publishListingIn(tx, context, draft, draft.form, forge.hosts).slug }
    }
    const known = entryOfRepository(tx, address, forge.hosts)
    if (known) throw alreadyListed(known.name, known.slug)
    tx.update(listing)
      .set({
        state: 'submitted',
        publisherId: publisher?.id ?? null,
        updatedAt: context.now.toISOString(),
      })
      .where(eq(listing.id, draft.id))
      .run()
    const caseId = openCase(tx, context, 'listing', draft.id)
    recordAudit(tx, context, {
      action: 'listing.submit',
      subjectKind: 'listing',
      subject: String(draft.id),
      detail: { repository: draft.addressKey },
    })
    return { waiting: caseId }
  })
}

const isMember = ({ publishers = [] }: UserActor, id: number): boolean =>
  publishers.some(({ publisherId }) => publisherId === id)

function stillMember(tx: Tx, userId: string, id: number): boolean {
  const actor = readActor({ db: tx }, userId)
  return actor !== undefined && isMember(actor, id)
}
