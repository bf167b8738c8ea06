import { createHash } from 'node:crypto'
import { requestContext } from '#app/_request/context.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, publisherPath } from '#components/i18n/paths.ts'
import { eventPath, eventWords } from '#components/publishers/event-words.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { atomFeed } from '#lib/publishers/atom.ts'
import { listPublisherEvents } from '#lib/publishers/events.ts'
import { getPublisherBySlug } from '#lib/publishers/queries.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

const ENTRIES = 50
/** When nothing has happened yet: a feed must say when it last changed. */
const NEVER = '2026-01-01T00:00:00.000Z'

/** What happens to a publisher's software, as Atom. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { locale: language, slug } = await params
  const locale = language === 'en' ? 'en' : 'fr'
  const context = await requestContext()
  const item = getPublisherBySlug(context, slug)
  if (!item) {
    return new Response('Aucun flux ici / No feed here\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  }
  const { siteUrl } = currentSettings()
  const events = listPublisherEvents(context, item.id, ENTRIES)
  const t = messages(locale).publisherEvents
  const page = siteUrl + publisherPath(locale, slug)
  const feed = atomFeed({
    slug,
    locale,
    title: t.title(item.name),
    subtitle: t.subtitle,
    author: item.name,
    self: siteUrl + pathTo(locale, `/editeurs/${slug}/actualites.atom`),
    page,
    updated: events[0]?.at ?? NEVER,
    entries: events.map((event) => {
      const path = eventPath(locale, event)
      return {
        id: event.id,
        at: event.at,
        title: eventWords(locale, event),
        link: path ? siteUrl + path : page,
      }
    }),
  })
  return conditional(request, feed)
}

/** The feed, or that it has not changed since its reader last asked. */
function conditional(request: Request, feed: string): Response {
  const etag = `"${createHash('sha256').update(feed).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'public, max-age=300',
    ETag: etag,
  }
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(feed, { headers })
}
