import { colon } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { editionPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

export interface CandidateResult {
  year: number
  level: Bilingual | null
  mentions: readonly Bilingual[]
  feedback: string
  publicAt: string
  isPublic: boolean
}

/** What the candidate reads of its result, from the announcement on. */
export function ResultForCandidate({
  locale,
  result,
}: {
  locale: Locale
  result: CandidateResult | null
}) {
  if (!result) return null
  const t = messages(locale)
  const text = t.jury.result
  const { year, level, mentions, feedback } = result
  return (
    <section aria-labelledby="result" className="panel mt-6 max-w-3xl bg-accent-soft">
      <h2 id="result" className="text-xl">
        {text.heading}
      </h2>
      <p className="mt-2">
        {level ? (
          <>
            {text.given + colon(locale)}
            <strong>{level[locale]}</strong>, {t.label.ofEdition(year)}.
          </>
        ) : (
          text.none
        )}
      </p>
      {mentions.length === 0 ? null : (
        <p className="mt-2">
          {text.mentions + colon(locale)}
          {mentions.map((mention) => mention[locale]).join(', ')}.
        </p>
      )}
      <h3 className="mt-4 text-lg">{text.feedback}</h3>
      <p className="mt-1 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
        {feedback || text.noFeedback}
      </p>
      <p className="mt-4 text-muted">
        {level === null
          ? text.privateNone
          : result.isPublic
            ? text.public
            : text.private(formatMoment(locale, result.publicAt))}{' '}
        {level !== null && result.isPublic ? (
          <Link className="link" href={editionPath(locale, year)}>
            {text.page}
          </Link>
        ) : null}
      </p>
    </section>
  )
}
