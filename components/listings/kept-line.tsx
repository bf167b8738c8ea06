import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { claimPath } from './claim-form.tsx'

/**
 * Whether an entry is kept by its publisher, and since when, never by whom; the way to claim it, where
 * people sign in.
 */
export function KeptLine({
  locale,
  slug,
  name,
  since,
  claims,
}: {
  locale: Locale
  slug: string
  name: string
  /** ISO 8601; undefined when nobody keeps it. */
  since: string | undefined
  /** Whether this service lets people claim. */
  claims: boolean
}) {
  const { links: t } = messages(locale).listings
  if (since === undefined && !claims) return null
  return (
    <p className="mt-4 text-[0.95rem] text-muted">
      {since === undefined ? null : t.kept(formatDate(locale, since.slice(0, 10)))}{' '}
      {claims ? (
        <>
          {t.yours}{' '}
          <Link
            className="link no-print"
            href={pathTo(locale, claimPath(slug))}
            aria-label={t.claimOf(name)}
          >
            {t.claim}
          </Link>
        </>
      ) : null}
    </p>
  )
}
