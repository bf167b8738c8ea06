import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { organisation } from '#db/schema/organisations.ts'
import { publisher } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import type { NewPublisher } from '#lib/software/new-entry.ts'
import type { ListingFault, ListingField } from '../schema.ts'

const fault = (field: ListingField, message: ListingFault) =>
  new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }])

/**
 * The publisher that a listing names; undefined for a new one, which must not be in the catalogue under
 * another name. @throws z.ZodError as listingEntry does.
 */
export function chosenPublisher(
  db: Db | Tx,
  slug: string,
  fresh: NewPublisher | undefined,
): { id: number; slug: string; name: string } | undefined {
  const columns = { id: publisher.id, slug: publisher.slug, name: publisher.name }
  const known = db.select(columns).from(publisher).where(eq(publisher.slug, slug)).get()
  if (!fresh) {
    if (known) return known
    throw fault('publisher', 'publisher-unknown')
  }
  if (known) throw fault('publisherName', 'publisherName-taken')
  if (fresh.siren) {
    const same = db
      .select(columns)
      .from(publisher)
      .innerJoin(organisation, eq(organisation.id, publisher.organisationId))
      .where(eq(organisation.siren, fresh.siren))
      .get()
    if (same) throw fault('publisherSiren', 'publisherSiren-known')
  }
  return undefined
}
