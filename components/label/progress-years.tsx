import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { AwardList } from './award-list.tsx'
import type { ShownProgress } from './shown-progress.ts'

/** Each edition's coverage in its own grid, and the awards that are known, each in its own scale. */
export function ProgressYears({ locale, progress }: { locale: Locale; progress: ShownProgress }) {
  const { labelProgress } = messages(locale)
  const t = labelProgress.years
  const { years, awards } = progress
  return (
    <section aria-labelledby="years" className="mt-12">
      <h2 id="years">{t.heading}</h2>
      {years.length === 0 && awards.length === 0 ? (
        <p className="mt-2 max-w-prose">{t.none}</p>
      ) : null}
      {years.length === 0 ? null : (
        <>
          <p className="mt-2 mb-4 max-w-prose text-muted">{t.grids}</p>
          <div className="table-scroll">
            <table className="table">
              <caption className="sr-only">{t.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.year}</th>
                  <th scope="col" className="number">
                    {t.covered}
                  </th>
                  <th scope="col">{t.from}</th>
                </tr>
              </thead>
              <tbody>
                {years.map(({ year, coverage, from }) => (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    <td className="number">
                      {labelProgress.peers.of(
                        formatNumber(locale, coverage.covered),
                        formatNumber(locale, coverage.total),
                      )}
                    </td>
                    <td>{t.froms[from]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {awards.length === 0 ? null : (
        <>
          <h3 className="mt-6">{t.awards}</h3>
          <AwardList locale={locale} awards={awards} />
        </>
      )}
    </section>
  )
}
