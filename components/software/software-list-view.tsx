import { counted } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import { FACETS, SORTS } from '#lib/software/schema.ts'
import { type FacetNames, facetLabel } from './facet-labels.ts'
import { FacetPanel, type Filters, toggled, valuesOf } from './facet-panel.tsx'
import { type ShownSoftware, SoftwareCard } from './software-card.tsx'

interface Named {
  slug: string
  name: Bilingual
}

export function SoftwareListView({
  locale,
  filters,
  result,
  functions,
  nearest,
  groups,
  regions,
}: {
  locale: Locale
  filters: Filters & { q: string }
  result: {
    total: number
    page: number
    pages: number
    sort: (typeof SORTS)[number]
    items: readonly ShownSoftware[]
    counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  functions: readonly Named[]
  nearest: ReadonlyArray<{ slug: string; name: string }>
  groups: ReadonlyArray<Named & { functions: readonly Named[] }>
  regions: FacetNames['regions']
}) {
  const t = messages(locale).software
  const names = { groups, regions }
  const count = counted(locale, result.total, t.found.one, t.found.many)
  // The page number belongs to one result: any other link starts again at the first.
  const kept: Filters & { q: string } = { ...filters, page: undefined }
  return (
    <>
      <h1>{t.heading}</h1>
      <div className="mt-4 max-w-2xl">
        <SearchForm locale={locale} id="list-search" value={filters.q} large />
      </div>
      {functions.length === 0 ? null : (
        <p className="mt-3">
          {t.functionsFound}{' '}
          {functions.map((item) => (
            <Link key={item.slug} className="tag mr-2" href={functionPath(locale, item.slug)}>
              {item.name[locale]}
            </Link>
          ))}
        </p>
      )}
      <div className="mt-8 grid gap-8 lg:grid-cols-[17rem_1fr]">
        <FilterColumn locale={locale} filters={kept} counts={result.counts} names={names} />
        <section aria-labelledby="results">
          <h2 id="results" className="text-xl">
            {filters.q ? t.foundFor(count, filters.q) : count}
          </h2>
          <ActiveFilters locale={locale} filters={kept} names={names} />
          {result.total === 0 ? (
            <Nothing locale={locale} query={filters.q} nearest={nearest} />
          ) : (
            <SortLinks locale={locale} filters={kept} sort={result.sort} />
          )}
          <div className="mt-3">
            {result.items.map((item) => (
              <SoftwareCard key={item.slug} locale={locale} item={item} level={3} />
            ))}
          </div>
          <Pagination
            locale={locale}
            page={result.page}
            pages={result.pages}
            hrefOf={(page) => pathTo(locale, '/logiciels', { ...kept, page })}
          />
        </section>
      </div>
    </>
  )
}

/** Always open beside the list on a wide screen; folded above it on a phone. */
function FilterColumn({
  locale,
  filters,
  counts,
  names,
}: {
  locale: Locale
  filters: Filters
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  names: FacetNames
}) {
  const t = messages(locale).software
  const panel = (
    <FacetPanel locale={locale} facets={FACETS} filters={filters} counts={counts} names={names} />
  )
  return (
    <section aria-label={t.filters} className="no-print">
      <div className="hidden lg:block">
        <h2 className="mb-3 text-xl">{t.filters}</h2>
        {panel}
      </div>
      <details className="panel lg:hidden">
        <summary className="min-h-6 font-semibold">{t.showFilters}</summary>
        <div className="mt-3">{panel}</div>
      </details>
    </section>
  )
}

function ActiveFilters({
  locale,
  filters,
  names,
}: {
  locale: Locale
  filters: Filters & { q: string }
  names: {
    groups: ReadonlyArray<Named & { functions: readonly Named[] }>
    regions: FacetNames['regions']
  }
}) {
  const t = messages(locale)
  const functionNames = new Map(
    names.groups.flatMap((group) =>
      group.functions.map((item) => [item.slug, item.name[locale]] as const),
    ),
  )
  const active = ['fonction', ...FACETS].flatMap((facet) =>
    valuesOf(filters[facet]).map((value) => ({
      facet,
      value,
      label:
        facet === 'fonction'
          ? (functionNames.get(value) ?? value)
          : facetLabel(locale, facet, value, names),
    })),
  )
  if (active.length === 0) return null
  return (
    <ul aria-label={t.software.activeFilters} className="no-print mt-3 flex flex-wrap gap-2">
      {active.map(({ facet, value, label }) => (
        <li key={`${facet}${value}`}>
          <Link
            className="tag min-h-6"
            rel="nofollow"
            href={toggled(locale, filters, facet, value)}
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

function SortLinks({
  locale,
  filters,
  sort,
}: {
  locale: Locale
  filters: Filters & { q: string }
  sort: string
}) {
  const t = messages(locale).software
  const offered = SORTS.filter((name) => name !== 'pertinence' || filters.q !== '')
  return (
    <nav aria-label={t.sort} className="no-print mt-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.95rem]">
        <li className="text-muted">{t.sort}</li>
        {offered.map((name) => (
          <li key={name}>
            <Link
              rel="nofollow"
              className={sort === name ? 'font-semibold' : 'link'}
              aria-current={sort === name ? 'true' : undefined}
              href={pathTo(locale, '/logiciels', { ...filters, tri: name })}
            >
              {t.sorts[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Nothing({
  locale,
  query,
  nearest,
}: {
  locale: Locale
  query: string
  nearest: ReadonlyArray<{ slug: string; name: string }>
}) {
  const t = messages(locale).software
  return (
    <div className="panel mt-4 grid gap-3">
      <p>{query ? t.nothing : t.nothingFiltered}</p>
      {nearest.length === 0 ? null : (
        <p>
          {t.didYouMean}{' '}
          {nearest.map((item) => (
            <Link key={item.slug} className="tag mr-2" href={softwarePath(locale, item.slug)}>
              {item.name}
            </Link>
          ))}
        </p>
      )}
      <p>
        <Link className="link" href={pathTo(locale, '/metiers')}>
          {t.browseFunctions}
        </Link>
      </p>
    </div>
  )
}
