import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { publisher, software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { NotFound } from '#lib/errors.ts'

export interface NamesPlace {
  softwareId: number
  slug: string
  name: string
  publisherId: number
  /** The organisation that the publisher is, when it is one. */
  publisherOrganisationId: number | null
}

/** The software whose names are looked at, with whom it is published by. @throws NotFound */
export function placeOfNames(db: Pick<Db | Tx, 'select'>, slug: string): NamesPlace {
  const row = db
    .select({
      softwareId: software.id,
      slug: software.slug,
      name: software.name,
      publisherId: software.publisherId,
      publisherOrganisationId: publisher.organisationId,
    })
    .from(software)
    .innerJoin(publisher, eq(publisher.id, software.publisherId))
    .where(eq(software.slug, slug))
    .get()
  if (row) return row
  throw new NotFound(
    'Ce logiciel n’est pas au catalogue sous cette adresse. Cherchez-le, puis revenez par sa page.',
    'No software of the catalogue has this address. Look for it, then come back from its page.',
  )
}
