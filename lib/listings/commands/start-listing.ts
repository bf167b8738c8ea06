import { and, desc, eq, inArray } from 'drizzle-orm'
import { listing } from '#db/schema/listings.ts'
import { publisher } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { type RepositoryAddress, repositoryAddress } from '#lib/forge/rules/address.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { type ForgeAccess, readFor } from '../forge-access.ts'
import { entryOfRepository, repositoryKey } from '../internal/entry-of-repository.ts'
import { formAfterReading, formOfReading } from '../internal/form-of-reading.ts'
import { declaredLicence } from '../internal/listing-reading.ts'
import { alreadyListed, notFree, technicalFork } from '../refusal.ts'
import { EMPTY_LISTING, type ListingForm } from '../schema.ts'

/**
 * Begins to list a project: its repository is read, which takes seconds, and what it says fills a draft.
 * What is there already, a technical fork and what is not free are refused at once; an address that the
 * same person has a draft of leads back to it.
 * @throws SignInNeeded, ForgeRefusal, ListingRefusal, TooMany
 */
export async function startListing(
  context: Context,
  input: { address: string },
  forge: ForgeAccess,
): Promise<{ listingId: number }> {
  const actor = assertUserMay(context.actor, 'listing.write')
  const address = repositoryAddress(input.address, forge.hosts)
  refuseKnown(context, address, forge.hosts)
  const open = context.db
    .select({ id: listing.id })
    .from(listing)
    .where(
      and(
        eq(listing.addressKey, address.key),
        eq(listing.userId, actor.id),
        inArray(listing.state, ['draft', 'submitted']),
      ),
    )
    .get()
  if (open) return { listingId: open.id }
  const reading = await readFor(actor.id, forge, address.clone)
  refuseReading(context, address, reading, forge.hosts)
  return inTransaction(context.db, (tx) => {
    const at = context.now.toISOString()
    const said = formOfReading(entryFieldsOf(reading))
    // What they wrote for a listing that was refused is not to be written again.
    const before = tx
      .select({ form: listing.form })
      .from(listing)
      .where(
        and(
          eq(listing.addressKey, address.key),
          eq(listing.userId, actor.id),
          eq(listing.state, 'refused'),
        ),
      )
      .orderBy(desc(listing.id))
      .get()
    const form: ListingForm = before ? formAfterReading(before.form, EMPTY_LISTING, said) : said
    const own = (actor.publishers ?? []).map(({ publisherId }) => publisherId)
    const [only, ...others] = tx
      .select({ slug: publisher.slug })
      .from(publisher)
      .where(inArray(publisher.id, own))
      .all()
    if (form.publisher === '' && only && others.length === 0) form.publisher = only.slug
    const { id } = tx
      .insert(listing)
      .values({
        userId: actor.id,
        address: address.clone,
        addressKey: address.key,
        reading,
        form,
        createdAt: at,
        updatedAt: at,
      })
      .returning({ id: listing.id })
      .get()
    recordAudit(tx, context, {
      action: 'listing.start',
      subjectKind: 'listing',
      subject: String(id),
      detail: { repository: address.key },
    })
    return { listingId: id }
  })
}

function refuseKnown({ db }: Context, address: RepositoryAddress, hosts: readonly string[]): void {
  const known = entryOfRepository(db, address, hosts)
  if (known) throw alreadyListed(known.name, known.slug)
}

/** Refuses what a reading shows to be no entry of its own. @throws ListingRefusal */
export function refuseReading(
  { db }: Pick<Context, 'db'>,
  address: RepositoryAddress,
  reading: RepositoryReading,
  hosts: readonly string[],
): void {
  // An address that leads on to another one is that repository's old one.
  const moved = reading.redirectedTo ?? reading.forge?.movedTo ?? ''
  const movedKey = repositoryKey(moved, hosts)
  const there = movedKey && entryOfRepository(db, { key: movedKey, host: hostOf(movedKey) }, hosts)
  if (there) throw alreadyListed(there.name, there.slug)
  const file = reading.publiccode
  const url = file?.reading.values.url
  const original = url === undefined ? undefined : repositoryKey(url, hosts)
  if (
    file &&
    url !== undefined &&
    original !== undefined &&
    ![address.key, movedKey].includes(original)
  ) {
    const known = entryOfRepository(db, { key: original, host: hostOf(original) }, hosts)
    throw technicalFork(url, file.reading.lines.url ?? 0, known)
  }
  const licence = declaredLicence(reading)
  if (!licence) return
  const verdict = judgeLicence(licence.written)
  if (!verdict.free && verdict.reason === 'not-free') {
    throw notFree(verdict.licence, licence.path, licence.line)
  }
}

const hostOf = (key: string) => key.split('/', 1)[0] ?? ''
