import { and, desc, eq, inArray } from 'drizzle-orm'
import { publisherEvent } from '#db/schema/publishers.ts'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { PUBLIC_EVENT_KINDS, type PublisherEventKind } from './rules/event-kinds.ts'

export interface PublisherEventView {
  id: number
  kind: PublisherEventKind
  /** ISO 8601, UTC. */
  at: string
  software: { slug: string; name: string } | null
  detail: Readonly<Record<string, unknown>>
}

/** What has happened to a publisher's software that everyone may know, latest first. */
export function listPublisherEvents(
  { db }: Pick<Context, 'db'>,
  publisherId: number,
  limit: number,
): PublisherEventView[] {
  return db
    .select({ row: publisherEvent, slug: software.slug, name: software.name })
    .from(publisherEvent)
    .leftJoin(software, eq(software.id, publisherEvent.softwareId))
    .where(
      and(
        eq(publisherEvent.publisherId, publisherId),
        inArray(publisherEvent.kind, PUBLIC_EVENT_KINDS),
      ),
    )
    .orderBy(desc(publisherEvent.id))
    .limit(limit)
    .all()
    .map(({ row: { id, kind, at, detail }, slug, name }) => ({
      id,
      kind,
      at,
      software: slug && name ? { slug, name } : null,
      detail,
    }))
}
