import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { publisherEvent, type webhook, type webhookDelivery } from '#db/schema/publishers.ts'
import { publisher, software } from '#db/schema/software.ts'

interface About {
  delivery: Pick<typeof webhookDelivery.$inferSelect, 'eventId' | 'createdAt'>
  hook: Pick<typeof webhook.$inferSelect, 'publisherId'>
}

/**
 * What a webhook is sent: what happened, when, to what, with the address of its page. Never a person:
 * of a request for contact it tells that there is one, and where to read it.
 * @returns JSON; undefined when the event has been forgotten since.
 */
export function payloadOf(db: Db, siteUrl: string, { delivery, hook }: About): string | undefined {
  const of = db.select().from(publisher).where(eq(publisher.id, hook.publisherId)).get()
  if (!of) return undefined
  const page = `${siteUrl}/editeurs/${of.slug}`
  const about = { slug: of.slug, name: of.name, page }
  if (delivery.eventId === null) {
    return JSON.stringify({
      type: 'test',
      timestamp: delivery.createdAt,
      data: { publisher: about, software: null },
    })
  }
  const event = db
    .select({ row: publisherEvent, slug: software.slug, name: software.name })
    .from(publisherEvent)
    .leftJoin(software, eq(software.id, publisherEvent.softwareId))
    .where(eq(publisherEvent.id, delivery.eventId))
    .get()
  if (!event) return undefined
  const { kind, at, detail } = event.row
  return JSON.stringify({
    type: kind,
    timestamp: at,
    data: {
      ...(kind === 'contact-requested'
        ? { space: `${siteUrl}/espace/editeurs/${of.slug}` }
        : detail),
      publisher: about,
      software: event.slug
        ? { slug: event.slug, name: event.name, page: `${siteUrl}/logiciels/${event.slug}` }
        : null,
    },
  })
}
