import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Pagination } from '#components/ui/pagination.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { OrganisationTable, type ShownOrganisation } from './organisation-table.tsx'

interface Filters {
  q: string
  type?: string | undefined
  departement?: string | undefined
  fonction?: string | undefined
  utilise?: string | undefined
  page: number
}

/** Finds any organisation: one form, one table. */
export function OrganisationListView({
  locale,
  filters,
  result,
  counts,
  departements,
  usedFunction,
}: {
  locale: Locale
  filters: Filters
  result: { total: number; page: number; pages: number; items: readonly ShownOrganisation[] }
  counts: { all: number; byKind: Readonly<Record<string, number>> }
  departements: ReadonlyArray<{ code: string; name: string }>
  /** The function that the list is narrowed to, when it is. */
  usedFunction: { slug: string; name: Bilingual } | undefined
}) {
  const t = messages(locale)
  const o = t.organisations
  const count = counted(locale, result.total, o.found.one, o.found.many)
  return (
    <>
      <h1>{o.heading}</h1>
      <p className="lead mt-2">{o.lead(formatNumber(locale, counts.all))}</p>
      <search>
        <form
          // Fields take their values when made: another address makes them anew.
          key={JSON.stringify(filters)}
          action={pathTo(locale, '/collectivites')}
          className="panel mt-6 grid gap-4"
        >
          <div>
            <label htmlFor="o-q" className="mb-1 block font-semibold">
              {o.search}
            </label>
            <div className="flex gap-2">
              <input
                id="o-q"
                name="q"
                type="search"
                defaultValue={filters.q}
                maxLength={120}
                autoComplete="off"
                aria-describedby="o-hint"
                className="field min-w-0 flex-1 text-lg"
              />
              <button type="submit" className="button">
                {o.submit}
              </button>
            </div>
            <p id="o-hint" className="mt-1 text-[0.95rem] text-muted">
              {o.searchHint}
            </p>
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              id="o-type"
              name="type"
              label={o.type}
              value={filters.type}
              all={t.common.all}
              options={Object.entries(t.common.kinds)
                .filter(([kind]) => counts.byKind[kind])
                .map(([value, noun]) => ({ value, label: noun.many }))}
            />
            <SelectField
              id="o-departement"
              name="departement"
              label={o.departement}
              value={filters.departement}
              all={t.common.all}
              options={departements.map((d) => ({ value: d.code, label: `${d.code} ${d.name}` }))}
            />
          </div>
          {usedFunction ? (
            <label className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                name="fonction"
                value={usedFunction.slug}
                defaultChecked
                className="size-5 accent-accent"
              />
              {o.usingFunction(usedFunction.name[locale])}
            </label>
          ) : null}
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name="utilise"
              value="oui"
              defaultChecked={filters.utilise === 'oui'}
              className="size-5 accent-accent"
            />
            {o.onlyUsing}
          </label>
        </form>
      </search>
      <section aria-labelledby="found" className="mt-8">
        <h2 id="found" className="mb-3 text-xl">
          {filters.q ? o.foundFor(count, filters.q) : count}
        </h2>
        {result.total === 0 ? (
          <p>
            {o.nothing} {o.nothingHint}
          </p>
        ) : (
          <OrganisationTable locale={locale} caption={o.caption} items={result.items} />
        )}
        <Pagination
          locale={locale}
          page={result.page}
          pages={result.pages}
          hrefOf={(page) => pathTo(locale, '/collectivites', { ...filters, page })}
        />
      </section>
    </>
  )
}
