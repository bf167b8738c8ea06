import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { Link } from '#components/ui/link.tsx'

export interface MapRow {
  code: string
  name: string
  value: number
  /** Empty where nothing lists them. */
  href: string
}

/** The table that says what a map shows, one click away from it. */
export function MapTable({
  locale,
  caption,
  rows,
}: {
  locale: Locale
  caption: string
  rows: readonly MapRow[]
}) {
  const t = messages(locale).map
  const placeName = (row: MapRow) => (row.code === '' ? t.elsewhere : `${row.code} ${row.name}`)
  const sorted = [...rows].sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1))
  return (
    <details className="mt-4">
      <summary className="min-h-6 text-accent underline underline-offset-4">{t.table}</summary>
      <div className="table-scroll mt-3 max-h-96 overflow-y-auto">
        <table className="table">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.departement}</th>
              <th scope="col" className="number">
                {t.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  {row.href === '' ? (
                    placeName(row)
                  ) : (
                    <Link className="link" href={row.href}>
                      {placeName(row)}
                    </Link>
                  )}
                </th>
                <td className="number">{formatNumber(locale, row.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
