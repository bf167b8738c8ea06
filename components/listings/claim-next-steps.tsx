import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ClaimView } from '#lib/listings/rules/claim-view.ts'

/** Where whoever keeps an entry goes next. */
export function ClaimNextSteps({
  locale,
  item: { entry, publisher },
}: {
  locale: Locale
  item: ClaimView
}) {
  const { claim: t } = messages(locale).listings
  return (
    <ul className="mt-6 flex flex-wrap gap-3">
      <li>
        <Link className="button" href={pathTo(locale, `/espace/logiciels/${entry.slug}`)}>
          {t.edit}
        </Link>
      </li>
      <li>
        <Link
          className="button button-quiet"
          href={pathTo(locale, `/espace/editeurs/${publisher.slug}`)}
        >
          {t.publisherSpace}
        </Link>
      </li>
      <li>
        <Link
          className="button button-quiet"
          href={pathTo(locale, `/logiciels/${entry.slug}/badges`)}
        >
          {t.badges}
        </Link>
      </li>
    </ul>
  )
}
