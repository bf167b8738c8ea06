import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParis } from '#components/i18n/paris.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { eventPath, eventWords, type ShownEvent } from './event-words.ts'

/** What happened to a publisher's software, latest first, and the feed that says so. */
export function EventList({
  locale,
  slug,
  events,
}: {
  locale: Locale
  /** Of the publisher. */
  slug: string
  events: readonly ShownEvent[]
}) {
  const t = messages(locale).publisherPage.events
  return (
    <section aria-labelledby="events" className="mt-10 max-w-3xl">
      <h2 id="events">{t.heading}</h2>
      {events.length === 0 ? <p className="mt-3">{t.none}</p> : null}
      <ul className="mt-3 space-y-2">
        {events.map((event) => {
          const href = eventPath(locale, event)
          const words = eventWords(locale, event)
          return (
            <li key={event.id} className="grid gap-x-4 sm:grid-cols-[15rem_1fr]">
              <time className="text-muted" dateTime={event.at}>
                {formatParis(locale, event.at)}
              </time>
              {href ? (
                <Link className="link" href={href}>
                  {words}
                </Link>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ul>
      <p className="mt-4">
        <a className="link" href={pathTo(locale, `/editeurs/${slug}/actualites.atom`)}>
          {t.feed}
        </a>
      </p>
    </section>
  )
}
