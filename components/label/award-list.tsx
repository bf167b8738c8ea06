import { colon } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { editionPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'
import { AwardMark } from './award-mark.tsx'
import { AwardPageLink } from './award-page-link.tsx'

export interface ShownAward {
  edition: number
  scheme: string
  name: string
  organisation: { key: string; name: string; departement: string } | null
  level: number | null
  distinction: string
  result?: Bilingual | null
  mentions: readonly Bilingual[]
  note: Bilingual
  source: Source
  /** Whether the jury gave it here; the others are documented by their source. */
  given?: boolean
}

/** The awards of one organisation, each in its edition's scale, with its source. */
export function AwardList({ locale, awards }: { locale: Locale; awards: readonly ShownAward[] }) {
  const t = messages(locale).label
  const text = messages(locale).jury.laureates
  return (
    <>
      <ul className="mt-3 grid gap-3">
        {awards.map((award) => (
          <li key={`${award.edition}${award.source.url}`}>
            <Link className="link" href={editionPath(locale, award.edition)}>
              {award.edition}
            </Link>
            {colon(locale)}
            <AwardMark locale={locale} award={award} />
            <SourceMark locale={locale} sources={[award.source]} />
            <span className="block text-[0.95rem] text-muted">
              {award.given ? text.given : text.documented(award.source.title)}
            </span>
            {award.mentions.map((mention) => (
              <span key={mention.fr} className="block text-muted">
                {t.mention + colon(locale) + mention[locale]}
              </span>
            ))}
            {award.note[locale] ? (
              <span className="block max-w-prose text-[0.95rem] text-muted">
                {award.note[locale]}
              </span>
            ) : null}
            <AwardPageLink locale={locale} award={award} />
          </li>
        ))}
      </ul>
      {awards.every(({ given }) => given) ? null : (
        <p className="mt-3 text-[0.95rem] text-muted">{t.documentedMark}</p>
      )}
    </>
  )
}
