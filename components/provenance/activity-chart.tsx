import { formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { MonthBars } from './month-bars.tsx'
import type { ShownVitality } from './shown-vitality.ts'

/** Commits and authors month by month, as bars; the table is one click away. */
export function ActivityChart({
  locale,
  months,
}: {
  locale: Locale
  months: ShownVitality['months']
}) {
  const t = messages(locale).provenance.vitality
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) {
    return (
      <div>
        <h3>{t.chart}</h3>
        <p className="mt-2">{t.noMonths}</p>
      </div>
    )
  }
  const most = (of: 'commits' | 'authors') =>
    formatNumber(locale, Math.max(...months.map((month) => month[of])))
  const values = (of: 'commits' | 'authors') =>
    months.map((month) => ({ month: month.month, value: month[of] }))
  const name = (month: string) => formatDate(locale, month)
  return (
    <div>
      <h3>{t.chart}</h3>
      <div className="mt-2 grid gap-3">
        <MonthBars
          title={t.commitsOf}
          label={t.chartLabel(name(first.month), name(last.month), most('commits'))}
          values={values('commits')}
        />
        <MonthBars
          title={t.authorsOf}
          label={t.authorsLabel(most('authors'))}
          values={values('authors')}
        />
      </div>
      <p className="flex justify-between text-[0.95rem] text-muted">
        <span>{name(first.month)}</span>
        <span>{name(last.month)}</span>
      </p>
      <details className="mt-2">
        <summary className="cursor-pointer">{t.table}</summary>
        <div className="table-scroll mt-2">
          <table className="table">
            <caption className="sr-only">{t.chart}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.month}</th>
                <th scope="col" className="number">
                  {t.columns.commits}
                </th>
                <th scope="col" className="number">
                  {t.columns.authors}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...months].reverse().map(({ month, commits, authors }) => (
                <tr key={month}>
                  <th scope="row">{name(month)}</th>
                  <td className="number">{formatNumber(locale, commits)}</td>
                  <td className="number">{formatNumber(locale, authors)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
