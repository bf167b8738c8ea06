import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { Link } from '#components/ui/link.tsx'
import { type FacetNames, facetLabel } from './facet-labels.ts'
import { type Filters, toggled, valuesOf } from './list-address.ts'

/** How many values of a facet show before the rest folds away. */
const SHOWN = 6

/** How many values of a facet are offered at most: beyond, one searches rather than reads. */
const OFFERED = 24

/**
 * The facets of the list, each a set of links: the address is the state, so they work without a script,
 * can be opened in a tab, shared and gone back from.
 */
export function FacetPanel({
  locale,
  facets,
  filters,
  counts,
  names,
}: {
  locale: Locale
  facets: readonly string[]
  filters: Filters
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  names: FacetNames
}) {
  const t = messages(locale).software
  return (
    <>
      {facets.map((facet) => {
        const chosen = valuesOf(filters[facet])
        const known = counts[facet] ?? {}
        const values = [...new Set([...chosen, ...Object.keys(known)])]
          .map((value) => ({
            value,
            // A chosen value is the visitor's: `constructor` must not find what every object has.
            count: Object.hasOwn(known, value) ? (known[value] ?? 0) : 0,
            label: facetLabel(locale, facet, value, names),
          }))
          .sort(
            facet === 'taille'
              ? () => 0
              : (a, b) => b.count - a.count || a.label.localeCompare(b.label, locale),
          )
        if (values.length === 0) return null
        const offered = values.filter(({ value }, rank) => rank < OFFERED || chosen.includes(value))
        const title = t.facets[facet as keyof typeof t.facets]
        return (
          <details
            key={facet}
            open={chosen.length > 0 || facet === 'groupe'}
            className="border-line border-t py-2"
          >
            <summary className="min-h-6 py-1 font-semibold">{title}</summary>
            <FacetValues
              locale={locale}
              facet={facet}
              filters={filters}
              chosen={chosen}
              values={offered}
            />
          </details>
        )
      })}
    </>
  )
}

interface FacetValue {
  value: string
  count: number
  label: string
}

function FacetValues({
  locale,
  facet,
  filters,
  chosen,
  values,
}: {
  locale: Locale
  facet: string
  filters: Filters
  chosen: readonly string[]
  values: readonly FacetValue[]
}) {
  const t = messages(locale).software
  const first = values.slice(0, SHOWN)
  const rest = values.slice(SHOWN)
  const item = ({ value, count, label }: FacetValue) => {
    const active = chosen.includes(value)
    return (
      <li key={value}>
        <Link
          rel="nofollow"
          href={toggled(locale, filters, facet, value)}
          aria-current={active ? 'true' : undefined}
          className="facet"
        >
          <span>
            {active ? <span aria-hidden="true">✓ </span> : null}
            {label}
          </span>
          <span>{formatNumber(locale, count)}</span>
        </Link>
      </li>
    )
  }
  return (
    <>
      <ul>{first.map(item)}</ul>
      {rest.length === 0 ? null : (
        <details open={rest.some(({ value }) => chosen.includes(value))}>
          <summary className="min-h-6 px-2 py-1 text-accent">
            {t.moreValues(formatNumber(locale, rest.length))}
          </summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
    </>
  )
}
