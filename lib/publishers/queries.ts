import { eq, sql } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { publisherVerification } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { source } from '#db/schema/system.ts'
import type { Context } from '#lib/context.ts'
import type { SourceView } from '#lib/sources.ts'

export interface PublisherView {
  id: number
  slug: string
  name: string
  kind: string
  website: string
  summary: { fr: string; en: string }
  organisationKey: string | null
  /** Of the organisation that it is. */
  siren: string | null
  /** When somebody checked that it is who it says, ISO 8601; empty when nobody did. */
  verifiedAt: string
  source: SourceView | null
}

/** A publisher by its slug; undefined when there is none. */
export function getPublisherBySlug(
  { db }: Pick<Context, 'db'>,
  slug: string,
): PublisherView | undefined {
  const row = db
    .select({
      publisher,
      organisationKey: organisation.key,
      siren: organisation.siren,
      verifiedAt: publisherVerification.verifiedAt,
      title: source.title,
      url: source.url,
      date: source.date,
    })
    .from(publisher)
    .leftJoin(organisation, eq(organisation.id, publisher.organisationId))
    .leftJoin(publisherVerification, eq(publisherVerification.publisherId, publisher.id))
    .leftJoin(source, eq(source.id, publisher.sourceId))
    .where(eq(publisher.slug, slug))
    .get()
  if (!row) return undefined
  return {
    id: row.publisher.id,
    slug: row.publisher.slug,
    name: row.publisher.name,
    kind: row.publisher.kind,
    website: row.publisher.website,
    summary: { fr: row.publisher.summaryFr, en: row.publisher.summaryEn },
    organisationKey: row.organisationKey,
    siren: row.siren,
    verifiedAt: row.verifiedAt ?? '',
    source: row.title && row.url ? { title: row.title, url: row.url, date: row.date ?? '' } : null,
  }
}

/** Every publisher by name: what a form chooses from. */
export function listPublisherNames({
  db,
}: Pick<Context, 'db'>): Array<{ slug: string; name: string }> {
  return db
    .select({ slug: publisher.slug, name: publisher.name })
    .from(publisher)
    .orderBy(sql`lower(${publisher.name})`)
    .all()
}
