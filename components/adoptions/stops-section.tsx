import { colon, counted, formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, usersPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { SourceMark } from '#components/ui/source-mark.tsx'
import { type StopReason, UNSAID } from '#lib/adoptions/schema.ts'
import type { ShownAdoption } from './shown-adoption.ts'

export interface ShownStops {
  total: number
  byReason: ReadonlyArray<{ reason: StopReason; n: number }>
  latest: readonly ShownAdoption[]
}

/** Who stopped using a software, and why: each count leads to its rows. */
export function StopsSection({
  locale,
  slug,
  stops,
}: {
  locale: Locale
  slug: string
  stops: ShownStops
}) {
  if (stops.total === 0) return null
  const t = messages(locale).reads
  const rows = (raison?: string) => usersPath(locale, slug, { etat: 'stopped', raison })
  return (
    <section aria-labelledby="stops" className="mt-12">
      <h2 id="stops">{t.stops.heading}</h2>
      <p className="mt-2 max-w-prose">
        <Link className="link font-semibold" href={rows()}>
          {counted(locale, stops.total, t.stops.count.one, t.stops.count.many)}
        </Link>
        . {t.stops.lead}
      </p>
      <div className="mt-4 grid gap-8 lg:grid-cols-[2fr_3fr]">
        <div>
          <h3>{t.stops.byReason}</h3>
          <table className="mt-2 w-full">
            <caption className="sr-only">{t.stops.byReason}</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t.stops.columns.reason}</th>
                <th scope="col">{t.stops.columns.count}</th>
              </tr>
            </thead>
            <tbody>
              {stops.byReason.map(({ reason, n }) => (
                <tr key={reason} className="border-line border-t">
                  <th scope="row" className="py-1 pr-3 font-normal">
                    <Link className="link" href={rows(reason || UNSAID)}>
                      {t.reasons[reason]}
                    </Link>
                  </th>
                  <td className="py-1 text-right tabular-nums">{formatNumber(locale, n)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <h3>{t.stops.latest}</h3>
          <ul className="mt-2">
            {stops.latest.map((item) => (
              <Stop key={item.id} locale={locale} item={item} />
            ))}
          </ul>
          {stops.total > stops.latest.length ? (
            <p className="mt-2">
              <Link className="link" href={rows()}>
                {t.stops.all}
              </Link>
            </p>
          ) : null}
        </div>
      </div>
    </section>
  )
}

function Stop({ locale, item }: { locale: Locale; item: ShownAdoption }) {
  const t = messages(locale).reads
  const { organisation, detail } = item
  const date = formatDate(locale, detail?.stoppedOn ?? '')
  const told = detail?.stopNote || detail?.note || item.note[locale]
  return (
    <li className="border-line border-t py-2">
      <p>
        <Link className="link font-semibold" href={organisationPath(locale, organisation.key)}>
          {organisation.name}
        </Link>
        {organisation.departement ? ` (${organisation.departement})` : null}
        {colon(locale)}
        {date || t.stops.undated}. {t.detail.why(t.reasons[detail?.stopReason ?? ''])}
        {item.source ? <SourceMark locale={locale} sources={[item.source]} /> : null}
      </p>
      {told ? <p className="whitespace-pre-line text-[0.95rem] text-muted">{told}</p> : null}
    </li>
  )
}
