import { colon, counted, formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { ActivityChart } from './activity-chart.tsx'
import type { ShownVitality } from './shown-vitality.ts'

const day = (locale: Locale, iso: string) => formatDate(locale, iso.slice(0, 10))

/**
 * How alive the repository of a software is, as its parts: when something last happened, what was
 * released, who works on it month by month, what care it shows. There is no score.
 */
export function VitalitySection({
  locale,
  slug,
  licence,
  hasRepository,
  vitality,
  editable,
}: {
  locale: Locale
  slug: string
  /** As the entry announces it. */
  licence: string
  hasRepository: boolean
  vitality: ShownVitality | undefined
  /** Whether the reader may correct the entry. */
  editable: boolean
}) {
  const t = messages(locale).provenance.vitality
  return (
    <section aria-labelledby="vitality" className="mt-12">
      <h2 id="vitality">{t.heading}</h2>
      {vitality === undefined || vitality.readAt === '' ? (
        <p className="mt-3 max-w-prose">{hasRepository || vitality ? t.unread : t.none}</p>
      ) : (
        <>
          <p className="mt-3 max-w-prose font-semibold">{summary(locale, vitality)}</p>
          <div className="mt-5 grid gap-8 md:grid-cols-2">
            <Releases locale={locale} vitality={vitality} />
            <ActivityChart locale={locale} months={vitality.months} />
          </div>
          <div className="mt-6 grid gap-8 md:grid-cols-2">
            <div>
              <h3>{t.care}</h3>
              <Signs locale={locale} signs={vitality.signs} />
            </div>
            <div>
              <h3>{t.licence}</h3>
              <p className="mt-2 max-w-prose">
                {vitality.licence.detected === ''
                  ? t.licenceUnknown
                  : vitality.licence.agrees
                    ? t.licenceAgrees(vitality.licence.detected)
                    : t.licenceDiffers(vitality.licence.detected, licence)}
              </p>
            </div>
          </div>
          <p className="mt-4 text-[0.95rem] text-muted">{t.read(day(locale, vitality.readAt))}</p>
        </>
      )}
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        <li>
          <Link className="link" href={pathTo(locale, `/logiciels/${slug}/historique`)}>
            {t.history}
          </Link>
        </li>
        {editable ? (
          <li>
            <Link className="link" href={pathTo(locale, `/espace/logiciels/${slug}`)}>
              {t.edit}
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** Its answer in a few sentences, with figures. */
function summary(locale: Locale, { lastCommitAt, months, releases }: ShownVitality): string {
  const t = messages(locale).provenance.vitality
  const year = months.slice(-12)
  const commits = year.reduce((sum, month) => sum + month.commits, 0)
  const active = year.filter((month) => month.commits > 0).length
  const [latest] = releases
  return [
    lastCommitAt === '' ? '' : t.last(day(locale, lastCommitAt)),
    commits === 0
      ? ''
      : t.year(
          counted(locale, commits, t.commits.one, t.commits.many),
          counted(locale, active, t.months.one, t.months.many),
        ),
    latest ? t.lastRelease(latest.version, day(locale, latest.date)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function Releases({ locale, vitality }: { locale: Locale; vitality: ShownVitality }) {
  const t = messages(locale).provenance.vitality
  const { releases, releaseCount, releasesUrl } = vitality
  return (
    <div>
      <h3>{t.releases}</h3>
      {releases.length === 0 ? <p className="mt-2">{t.noRelease}</p> : null}
      <ul className="mt-2 grid gap-1">
        {releases.map(({ tag, version, date, url }) => (
          <li key={tag}>
            {url ? (
              <a className="link" href={url} rel="noopener">
                {version}
              </a>
            ) : (
              <span className="font-semibold">{version}</span>
            )}
            {', '}
            <time dateTime={date}>{day(locale, date)}</time>
          </li>
        ))}
      </ul>
      {releaseCount > releases.length && releasesUrl ? (
        <p className="mt-2">
          <a className="link" href={releasesUrl} rel="noopener">
            {t.allReleases(formatNumber(locale, releaseCount))}
          </a>
        </p>
      ) : null}
    </div>
  )
}

function Signs({ locale, signs }: { locale: Locale; signs: ShownVitality['signs'] }) {
  const t = messages(locale).provenance.vitality
  return (
    <ul className="mt-2 grid gap-1">
      {(Object.keys(t.signs) as Array<keyof typeof t.signs>).map((sign) => {
        const found = signs[sign]
        return (
          <li key={sign}>
            {t.signs[sign]}
            {colon(locale)}
            {!found ? (
              <span className="text-muted">{t.absent}</span>
            ) : found.url ? (
              <a className="link [overflow-wrap:anywhere]" href={found.url} rel="noopener">
                {found.path}
              </a>
            ) : (
              <code className="[overflow-wrap:anywhere]">{found.path}</code>
            )}
          </li>
        )
      })}
    </ul>
  )
}
