import { eq } from 'drizzle-orm'
import { listing } from '#db/schema/listings.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { repositoryAddress } from '#lib/forge/rules/address.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import { createEntryIn } from '#lib/software/commands/create-software-in.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { listingEntry } from '../listing-entry.ts'
import { alreadyListed } from '../refusal.ts'
import { chosenPublisher } from './chosen-publisher.ts'
import { entryOfRepository } from './entry-of-repository.ts'
import { keepWhatWasRead } from './keep-what-was-read.ts'
import type { ListingRow } from './own-listing.ts'

export interface PublishedListing {
  id: number
  slug: string
  publisher: { id: number; slug: string }
}

/** What backs a listing: the repository, as it was read that day. */
export function documentOf(reading: RepositoryReading, page: string) {
  return {
    page,
    title: `Dépôt du projet, ${page.replace(/^https?:\/\//, '')}`,
    date: dayOf(reading),
  }
}
/** What the repository says of an entry that no field of the form asks for. */
function alsoRead(reading: RepositoryReading) {
  const said = entryFieldsOf(reading)
  const saidOf = (field: 'firstRelease' | 'status') =>
    said.find((item) => item.field === field)?.value
  const [firstRelease, status] = [saidOf('firstRelease'), saidOf('status')]
  return {
    firstRelease: typeof firstRelease === 'number' ? firstRelease : undefined,
    status: typeof status === 'string' ? status : undefined,
  }
}
const dayOf = ({ readAt }: RepositoryReading) => readAt.slice(0, 10)

/**
 * Makes the entry of a listing, with all that was read of its repository, in the transaction of whoever
 * has the right to.
 * @param form as it is published, which a moderator may have corrected.
 * @throws z.ZodError at the fields of the form, ListingRefusal when the catalogue has it meanwhile.
 */
export function publishListingIn(
  tx: Tx,
  context: Context,
  row: ListingRow,
  form: Readonly<Record<string, string>>,
  hosts: readonly string[],
): PublishedListing {
  const reading = row.reading as RepositoryReading
  const address = repositoryAddress(row.address, hosts)
  const known = entryOfRepository(tx, address, hosts)
  if (known) throw alreadyListed(known.name, known.slug)
  const { entry, newPublisher } = listingEntry(
    form,
    documentOf(reading, address.page),
    alsoRead(reading),
  )
  chosenPublisher(tx, entry.publisher, newPublisher)
  const slug = freeSlug(tx, entry.slug, entry.publisher)
  const id = createEntryIn(tx, context, { entry: { ...entry, slug }, newPublisher })
  const made = tx.select().from(software).where(eq(software.id, id)).get()
  if (!made) throw new Error(`the entry ${slug} was not made`)
  keepWhatWasRead(tx, context, { softwareId: id, listing: row, form, address, reading })
  tx.update(listing)
    .set({
      form: { ...form },
      state: 'published',
      softwareId: id,
      publisherId: made.publisherId,
      reading: null,
      updatedAt: context.now.toISOString(),
    })
    .where(eq(listing.id, row.id))
    .run()
  recordAudit(tx, context, {
    action: 'listing.publish',
    subjectKind: 'listing',
    subject: String(row.id),
    detail: { software: slug },
  })
  recordPublisherEvent(tx, context, {
    publisherId: made.publisherId,
    softwareId: id,
    kind: 'software-listed',
    detail: {},
  })
  return { id, slug, publisher: { id: made.publisherId, slug: entry.publisher } }
}

/** Two projects may have one name: the second is told by its publisher, then by a number. */
export function freeSlug(tx: Tx, slug: string, publisher: string): string {
  const named = `${slug}-${publisher}`
  const numbered = Array.from({ length: 50 }, (_, at) => `${named}-${at + 2}`)
  const free = [slug, named, ...numbered].find((one) => !resolveSoftwareSlug(tx, one))
  if (free === undefined) throw new Error(`no address is free for ${slug}`)
  return free
}
