import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { FACETS } from '#lib/software/schema.ts'
import { type FacetNames, facetLabel } from './facet-labels.ts'
import { type Filters, toggled, valuesOf, withoutPlace } from './list-address.ts'
import { placeLabel, type ShownPlace } from './near-form.tsx'

/** What narrows the list, each with a link that takes it away. */
export function ActiveFilters({
  locale,
  filters,
  names,
  near,
}: {
  locale: Locale
  filters: Filters & { q: string }
  names: FacetNames
  near: ShownPlace
}) {
  const t = messages(locale)
  const active = FACETS.flatMap((facet) =>
    valuesOf(filters[facet]).map((value) => ({
      key: `${facet} ${value}`,
      label: facetLabel(locale, facet, value, names),
      without: toggled(locale, filters, facet, value),
    })),
  )
  if (near) {
    active.push({
      key: 'proche',
      label: t.software.near.here(placeLabel(near)),
      without: pathTo(locale, '/logiciels', withoutPlace(filters)),
    })
  }
  if (active.length === 0) return null
  return (
    <ul aria-label={t.software.activeFilters} className="no-print mt-3 flex flex-wrap gap-2">
      {active.map(({ key, label, without }) => (
        <li key={key}>
          <Link
            className="tag min-h-6"
            rel="nofollow"
            href={without}
            aria-label={t.software.remove(label)}
          >
            {label} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          className="link inline-flex min-h-6 items-center"
          href={pathTo(locale, '/logiciels', { q: filters.q })}
        >
          {t.common.clear}
        </Link>
      </li>
    </ul>
  )
}
