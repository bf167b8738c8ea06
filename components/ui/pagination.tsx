import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { Link } from '#components/ui/link.tsx'

/** Previous and next page of a list whose state is its address. */
export function Pagination({
  locale,
  page,
  pages,
  hrefOf,
}: {
  locale: Locale
  page: number
  pages: number
  hrefOf: (page: number) => string
}) {
  if (pages < 2) return null
  const t = messages(locale).common.pagination
  return (
    <nav aria-label={t.label} className="no-print mt-6 flex flex-wrap items-center gap-3">
      {page > 1 ? (
        <Link className="button button-quiet" rel="prev" href={hrefOf(page - 1)}>
          {t.previous}
        </Link>
      ) : null}
      <span>{t.position(formatNumber(locale, page), formatNumber(locale, pages))}</span>
      {page < pages ? (
        <Link className="button button-quiet" rel="next" href={hrefOf(page + 1)}>
          {t.next}
        </Link>
      ) : null}
    </nav>
  )
}
