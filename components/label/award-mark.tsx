import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/**
 * A label's result in its edition's own scale, always with the year; never a bare row of marks, and
 * never one scale expressed in the other.
 */
export function AwardMark({
  locale,
  award,
}: {
  locale: Locale
  award: {
    edition: number
    scheme: string
    level: number | null
    distinction: string
    /** The level in the words of its scheme, where whoever shows it has them. */
    result?: Bilingual | null
  }
}) {
  const t = messages(locale).label
  const { edition, scheme, level, distinction } = award
  if (scheme === 'copyleft-5') {
    return (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        {level === null ? null : (
          <span aria-hidden="true" className="text-accent tracking-widest">
            {'●'.repeat(level)}
            <span className="text-muted">{'○'.repeat(5 - level)}</span>
          </span>
        )}
        <strong>
          {level === null ? t.levelUnknown : (award.result?.[locale] ?? t.level(level))}
        </strong>
        <span className="text-muted">{t.ofEdition(edition)}</span>
      </span>
    )
  }
  const name = award.result?.[locale] ?? t.distinctions[distinction as keyof typeof t.distinctions]
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <strong>{name ?? t.rewarded}</strong>
      <span className="text-muted">{t.ofEdition(edition)}</span>
    </span>
  )
}
