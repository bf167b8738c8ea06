import { useId } from 'react'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

export interface Source {
  title: string
  url: string
  date: string
}

/**
 * The small mark after a fact that opens who said it, when and where. The platform's own popover: it
 * opens and closes from the keyboard and without JavaScript.
 */
export function SourceMark({ locale, sources }: { locale: Locale; sources: readonly Source[] }) {
  const id = useId()
  if (sources.length === 0) return null
  return (
    <>
      <SourceButton locale={locale} sources={sources} card={id} />
      <SourceCard locale={locale} sources={sources} id={id} />
    </>
  )
}

/** The mark alone: many of them may open one card. @param card id of the card that it opens. */
export function SourceButton({
  locale,
  sources,
  card,
}: {
  locale: Locale
  sources: readonly Source[]
  card: string
}) {
  const t = messages(locale).common.source
  const title = sources.map((item) => item.title).join(', ')
  return (
    <button type="button" className="source-button" popoverTarget={card} aria-label={t.open(title)}>
      {t.mark}
    </button>
  )
}

/** What a mark opens. */
export function SourceCard({
  locale,
  sources,
  id,
}: {
  locale: Locale
  sources: readonly Source[]
  id: string
}) {
  const t = messages(locale).common.source
  return (
    <span id={id} popover="auto" className="source-card">
      {sources.map((item) => (
        <span key={`${item.url}${item.title}`} className="block not-first:mt-3">
          <strong className="block">{item.title}</strong>
          <span className="block text-muted">{datedWords(locale, item.date)}</span>
          {/* A file that a publisher handed in stands nowhere. */}
          {item.url === '' ? null : (
            <a className="link" href={item.url} rel="noopener nofollow">
              {t.visit} <span className="text-muted">{t.external}</span>
            </a>
          )}
        </span>
      ))}
    </span>
  )
}

function datedWords(locale: Locale, date: string): string {
  const t = messages(locale).common.source
  if (date === '') return t.undated
  const words = formatDate(locale, date)
  return date.length > 7 ? t.datedDay(words) : t.dated(words)
}
