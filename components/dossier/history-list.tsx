import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import type { ShownEvent } from './shown-dossier.ts'

/** What happened to a dossier, the latest first. */
export function HistoryList({ locale, events }: { locale: Locale; events: readonly ShownEvent[] }) {
  const { history: t, states } = messages(locale).dossier
  // The jury writes its own steps as the states that they lead to.
  const words: Record<string, string> = { ...states, ...t.kinds }
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.title}</h2>
      <ol className="mt-2 grid gap-2" reversed>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <time dateTime={event.at} className="text-muted">
              {formatMoment(locale, event.at)}
            </time>{' '}
            <strong>{words[event.kind] ?? event.kind}</strong>
            {event.who ? `, ${event.who}` : ''}
            {event.note ? (
              <span className="block max-w-prose whitespace-pre-wrap wrap-anywhere">
                {event.note}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
