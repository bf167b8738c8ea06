import { colon, formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

export interface ShownEvent {
  id: number
  at: string
  kind: keyof ReturnType<typeof messages>['adoption']['events']
  by: string
  organisation: string
  changes: ReadonlyArray<{ field: string; from: string; to: string }>
  reason: string
}

/** The history of an adoption, in sentences, latest first. */
export function HistoryList({ locale, events }: { locale: Locale; events: readonly ShownEvent[] }) {
  const { adoption: t } = messages(locale)
  return (
    <ol className="mt-3 grid gap-4">
      {events.map((event) => {
        const settled = event.kind === 'contest-settled'
        return (
          <li key={event.id} className="border-line border-l-4 pl-4">
            <p>
              <time dateTime={event.at} className="text-muted">
                {formatDate(locale, event.at.slice(0, 10))}
              </time>
              {colon(locale)}
              {t.events[event.kind](event.organisation)}
              {event.by ? ` (${t.by(event.by)})` : ''}
              {settled ? colon(locale) + t.settled[event.reason as keyof typeof t.settled] : ''}.
            </p>
            {event.changes.length === 0 ? null : (
              <ul className="list-disc pl-5 text-[0.95rem]">
                {event.changes.map((change) => (
                  <li key={change.field}>{changeWords(locale, change)}</li>
                ))}
              </ul>
            )}
            {event.reason && !settled ? (
              <blockquote className="mt-1 whitespace-pre-line text-muted">
                {event.reason}
              </blockquote>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

function changeWords(
  locale: Locale,
  { field, from, to }: { field: string; from: string; to: string },
): string {
  const { adoption: t } = messages(locale)
  const name = t.fields[field] ?? field
  if (field === 'contactPublic') return t.touched(name)
  const before = valueWords(locale, field, from)
  const after = valueWords(locale, field, to)
  if (after === '') return t.emptied(name, before)
  return before === '' ? t.setTo(name, after) : t.changedTo(name, before, after)
}

/** A value as a page says it; what is no code stands as it was typed. */
export function valueWords(locale: Locale, field: string, value: string): string {
  const t = messages(locale)
  const { form } = t.declare
  const trust = Object.fromEntries(
    Object.entries(t.common.trust).map(([key, words]) => [key, words.one]),
  )
  const codes: Record<string, Record<string, string>> = {
    state: t.common.states,
    trust,
    runBy: form.runByChoices,
    contactWish: form.contactWishChoices,
    stopReason: form.stopReasons,
  }
  if (field === 'since' || field === 'stoppedOn') return formatDate(locale, value)
  return codes[field]?.[value] ?? value
}
