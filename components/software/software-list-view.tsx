import { CompareBoxes } from '#components/compare/compare-box.tsx'
import { counted, formatList } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, pathTo } from '#components/i18n/paths.ts'
import { AddLink } from '#components/listings/add-link.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import { FACETS, SORTS } from '#lib/software/schema.ts'
import { ActiveFilters } from './active-filters.tsx'
import type { FacetNames } from './facet-labels.ts'
import { FacetPanel } from './facet-panel.tsx'
import { anyFacet, type Filters, fieldsOf, withoutWords } from './list-address.ts'
import { NearForm, type ShownPlace } from './near-form.tsx'
import { type FoundFunction, NothingFound, Ways } from './nothing-found.tsx'
import { type ShownSoftware, SoftwareCard } from './software-card.tsx'

type ListFilters = Filters & { q: string; proche: string }

export function SoftwareListView({
  locale,
  filters,
  result,
  functions,
  nearest,
  proprietary,
  groups,
  regions,
  criteria,
  add = false,
}: {
  locale: Locale
  filters: ListFilters
  result: {
    total: number
    page: number
    pages: number
    sort: (typeof SORTS)[number]
    items: readonly ShownSoftware[]
    counts: Readonly<Record<string, Readonly<Record<string, number>>>>
    near: ShownPlace
  }
  functions: readonly FoundFunction[]
  /** Whether this service lets people add a software. */
  add?: boolean
  nearest: ReadonlyArray<{ slug: string; name: string }>
  /** The product that the words name, when it is not free software, and what does its work. */
  proprietary: { name: string; software: ReadonlyArray<{ slug: string; name: string }> } | undefined
} & FacetNames) {
  const t = messages(locale).software
  const { near } = result
  const names = { groups, regions, criteria }
  const count = counted(locale, result.total, t.found.one, t.found.many)
  // The page number belongs to one result: any other link starts again at the first. A place is kept by
  // its key, which no other place has.
  const kept: ListFilters = { ...filters, proche: near?.key ?? filters.proche, page: undefined }
  return (
    <>
      <h1>{t.heading}</h1>
      <div className="mt-4 max-w-2xl">
        <SearchForm
          locale={locale}
          id="list-search"
          value={filters.q}
          kept={fieldsOf(withoutWords(kept))}
          large
        />
      </div>
      {result.total === 0 || functions.length === 0 ? null : (
        <div className="mt-3">
          <Ways
            lead={t.functionsFound}
            ways={functions.map(({ slug, name }) => ({
              key: slug,
              label: name[locale],
              href: functionPath(locale, slug),
            }))}
          />
        </div>
      )}
      <div className="mt-8 grid gap-8 lg:grid-cols-[17rem_1fr]">
        <FilterColumn
          locale={locale}
          filters={kept}
          counts={result.counts}
          names={names}
          near={near}
        />
        <section aria-labelledby="results">
          <h2 id="results" className="text-xl">
            {filters.q ? t.foundFor(count, filters.q) : count}
          </h2>
          {proprietary ? (
            <p className="mt-2 max-w-prose">
              {t.proprietary(
                proprietary.name,
                formatList(
                  locale,
                  proprietary.software.map((item) => item.name),
                ),
                proprietary.software.length,
              )}
            </p>
          ) : null}
          <ActiveFilters locale={locale} filters={kept} names={names} near={near} />
          {result.total === 0 ? (
            <NothingFound
              locale={locale}
              query={filters.q}
              narrowed={Boolean(near) || anyFacet(filters)}
              nearest={nearest}
              functions={functions}
            />
          ) : (
            <SortLinks locale={locale} filters={kept} sort={result.sort} near={near} />
          )}
          <div className="mt-3">
            {result.items.map((item) => (
              <SoftwareCard key={item.slug} locale={locale} item={item} level={3} box="compare" />
            ))}
          </div>
          {result.items.length > 0 ? <CompareBoxes locale={locale} id="compare" /> : null}
          <Pagination
            locale={locale}
            page={result.page}
            pages={result.pages}
            hrefOf={(page) => pathTo(locale, '/logiciels', { ...kept, page })}
          />
          {add ? (
            <p className="no-print mt-6">
              <AddLink locale={locale} />
            </p>
          ) : null}
        </section>
      </div>
    </>
  )
}

/**
 * Always open beside the list on a wide screen; folded above it on a phone, unless it has something to
 * say of what was typed.
 */
function FilterColumn({
  locale,
  filters,
  counts,
  names,
  near,
}: {
  locale: Locale
  filters: ListFilters
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  names: FacetNames
  near: ShownPlace
}) {
  const t = messages(locale).software
  const panel = (width: string) => (
    <>
      <NearForm locale={locale} id={`near-${width}`} filters={filters} near={near} />
      <FacetPanel locale={locale} facets={FACETS} filters={filters} counts={counts} names={names} />
    </>
  )
  return (
    <section aria-label={t.filters} className="no-print">
      <div className="hidden lg:block">
        <h2 className="mb-3 text-xl">{t.filters}</h2>
        {panel('wide')}
      </div>
      <details className="panel lg:hidden" open={near === undefined}>
        <summary className="min-h-6 font-semibold">{t.showFilters}</summary>
        <div className="mt-3">{panel('narrow')}</div>
      </details>
    </section>
  )
}

function SortLinks({
  locale,
  filters,
  sort,
  near,
}: {
  locale: Locale
  filters: ListFilters
  sort: string
  near: ShownPlace
}) {
  const t = messages(locale).software
  const offered = SORTS.filter((name) => {
    if (name === 'pertinence') return filters.q !== ''
    return name !== 'proximite' || Boolean(near)
  })
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
