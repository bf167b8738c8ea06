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
  const t = messages(locale).common.source
  const [only] = sources
  if (!only) return null
  const title = sources.length === 1 ? only.title : sources.map((item) => item.title).join(', ')
  return (
    <>
      <button type="button" className="source-button" popoverTarget={id} aria-label={t.open(title)}>
        {t.mark}
      </button>
      <span id={id} popover="auto" className="source-card">
        {sources.map((item) => (
          <span key={`${item.url}${item.title}`} className="block not-first:mt-3">
            <strong className="block">{item.title}</strong>
            <span className="block text-muted">{datedWords(locale, item.date)}</span>
            <a className="link" href={item.url} rel="noopener nofollow">
              {t.visit} <span className="text-muted">{t.external}</span>
            </a>
          </span>
        ))}
      </span>
    </>
  )
}

function datedWords(locale: Locale, date: string): string {
  const t = messages(locale).common.source
  if (date === '') return t.undated
  const words = formatDate(locale, date)
  return date.length > 7 ? t.datedDay(words) : t.dated(words)
}
