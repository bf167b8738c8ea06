import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { Link } from '#components/ui/link.tsx'

export interface ShownYear {
  year: number
  workstations: number | null
  servers: number | null
  serversVirtual: boolean | null
  schoolWorkstations: number | null
}

/** The years that an organisation has stated, latest first. */
export function FiguresTable({
  locale,
  stated,
  addressOf,
}: {
  locale: Locale
  stated: readonly ShownYear[]
  /** Of the form of a year. */
  addressOf(year: number): string
}) {
  const t = messages(locale).labelFigures
  if (stated.length === 0) return <p className="mt-2 text-muted">{t.none}</p>
  const figure = (value: number | null) =>
    value === null ? <span className="text-muted">{t.unsaid}</span> : formatNumber(locale, value)
  return (
    <div className="table-scroll mt-3">
      <table className="table">
        <caption className="sr-only">{t.stated}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.year}</th>
            <th scope="col" className="number">
              {t.columns.workstations}
            </th>
            <th scope="col" className="number">
              {t.columns.servers}
            </th>
            <th scope="col" className="number">
              {t.columns.schoolWorkstations}
            </th>
          </tr>
        </thead>
        <tbody>
          {stated.map((row) => (
            <tr key={row.year}>
              <th scope="row">
                <Link
                  className="link"
                  href={addressOf(row.year)}
                  aria-label={t.correct(String(row.year))}
                >
                  {row.year}
                </Link>
              </th>
              <td className="number">{figure(row.workstations)}</td>
              <td className="number">
                {figure(row.servers)}
                {row.servers === null ? null : (
                  <span className="block text-[0.95rem] text-muted">
                    {row.serversVirtual === null
                      ? t.virtualUnsaid
                      : row.serversVirtual
                        ? t.virtualIncluded
                        : t.virtualLeftOut}
                  </span>
                )}
              </td>
              <td className="number">{figure(row.schoolWorkstations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
