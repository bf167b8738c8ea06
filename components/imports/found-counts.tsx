import { colon, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { LINE_STATUSES, type LineStatus } from '#lib/importers/schema.ts'
import type { ImportOnPage } from './import-view.tsx'

/** What was found in a list: each count leads to its lines. */
export function FoundCounts({
  locale,
  item,
  shown,
}: {
  locale: Locale
  item: ImportOnPage
  /** The status whose lines the page shows; empty for those it begins with. */
  shown: LineStatus | ''
}) {
  const { imports: t } = messages(locale)
  const path = `/espace/imports/${item.id}`
  const n = (value: number) => formatNumber(locale, value)
  const columns = Object.values(item.summary.columns ?? {}).filter((name) => !/^\d*$/.test(name))
  const encoding = item.summary.encoding ? `, ${item.summary.encoding.toUpperCase()}` : ''
  return (
    <section aria-labelledby="found" className="mt-6">
      <h2 id="found">{t.ready.counts}</h2>
      <p className="mt-1">
        {t.ready.found(
          n(item.summary.lines ?? 0),
          `${(item.summary.format ?? '').toUpperCase()}${encoding}`,
        )}
        {columns.length > 0 ? ` ${t.ready.columns}${colon(locale)}${columns.join(', ')}.` : ''}
      </p>
      <ul className="mt-3 flex flex-wrap gap-3">
        {LINE_STATUSES.filter((status) => item.counts[status] > 0).map((status) => (
          <li key={status}>
            <Link
              className="panel flex min-h-11 items-baseline gap-2 px-4 py-2"
              aria-current={status === shown ? 'true' : undefined}
              href={pathTo(locale, path, { statut: status })}
            >
              <strong className="text-xl tabular-nums">{n(item.counts[status])}</strong>
              <span className="link">
                {item.counts[status] === 1 ? t.statuses[status].one : t.statuses[status].many}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
