import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, providersPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { PROVIDER_KINDS, type ProviderFilters, SERVICE_KINDS } from '#lib/providers/schema.ts'
import { ProviderCard, type ShownProvider } from './provider-card.tsx'
import type { Territories } from './provider-words.ts'

interface Props {
  locale: Locale
  filters: ProviderFilters
  result: {
    total: number
    page: number
    pages: number
    items: readonly ShownProvider[]
    /** The software asked for; undefined when there is none of that address. */
    software: { slug: string; name: string } | null | undefined
  }
  territories: Territories
  /** Whether anyone can sign in here, and so add one. */
  open: boolean
}

/** Providers by software, service, area and kind: the address is the state. */
export function ProviderListView({ locale, filters, result, territories, open }: Props) {
  const t = messages(locale).providers
  const { software } = result
  const count = counted(locale, result.total, t.count.one, t.count.many)
  const { logiciel, service, region, departement, type } = filters
  const asked = { logiciel, service, region, departement, type }
  const narrowed = Object.values(asked).some(Boolean)
  return (
    <>
      <h1>{software ? t.titleFor(software.name) : t.heading}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <FilterForm locale={locale} filters={filters} software={software} territories={territories} />
      <section aria-labelledby="found" className="mt-8">
        <h2 id="found" className="text-xl">
          {software ? t.foundFor(count, software.name) : narrowed ? count : t.found(count)}
        </h2>
        <p className="mt-1 max-w-prose text-muted">
          {software ? t.orderFor(software.name) : t.order}
        </p>
        <div className="mt-3 max-w-3xl">
          {result.total === 0 ? (
            <p>{software === undefined ? t.unknownSoftware : narrowed ? t.nothing : t.empty}</p>
          ) : null}
          {result.items.map((item) => (
            <ProviderCard
              key={item.slug}
              locale={locale}
              item={item}
              territories={territories}
              only={software?.slug}
              level={3}
            />
          ))}
        </div>
        <Pagination
          locale={locale}
          page={result.page}
          pages={result.pages}
          hrefOf={(page) => providersPath(locale, { ...asked, page })}
        />
      </section>
      <section aria-labelledby="next" className="panel no-print mt-12 bg-soft">
        <h2 id="next" className="text-xl">
          {t.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          {software ? (
            <li>
              <Link className="button" href={softwarePath(locale, software.slug)}>
                {software.name}
              </Link>
            </li>
          ) : null}
          {narrowed ? (
            <li>
              <Link className="button button-quiet" href={providersPath(locale)}>
                {t.nextAll}
              </Link>
            </li>
          ) : null}
          {open ? (
            <li>
              <Link
                className="button button-quiet"
                href={pathTo(locale, '/espace/prestataires/ajouter')}
              >
                {t.mine.add}
              </Link>
            </li>
          ) : null}
        </ul>
      </section>
    </>
  )
}

function FilterForm({
  locale,
  filters,
  software,
  territories,
}: Pick<Props, 'locale' | 'filters' | 'territories'> & {
  software: Props['result']['software']
}) {
  const t = messages(locale)
  const { filters: f, services, kinds } = t.providers
  const { regions, departements } = territories
  return (
    <search>
      <form
        // Fields take their values when made: another address makes them anew.
        key={JSON.stringify(filters)}
        action={providersPath(locale)}
        className="panel no-print mt-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4"
      >
        {filters.logiciel === '' ? null : (
          <p className="sm:col-span-2 lg:col-span-4">
            <input type="hidden" name="logiciel" value={filters.logiciel} />
            <span className="font-semibold">{f.software}</span> {software?.name ?? filters.logiciel}{' '}
            <Link
              className="link"
              href={providersPath(locale, { ...filters, logiciel: undefined, page: undefined })}
            >
              {f.remove}
            </Link>
          </p>
        )}
        <SelectField
          id="p-service"
          name="service"
          label={f.service}
          value={filters.service}
          all={t.common.all}
          options={SERVICE_KINDS.map((value) => ({ value, label: services[value] }))}
        />
        <SelectField
          id="p-region"
          name="region"
          label={f.region}
          value={filters.region}
          all={t.common.all}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          id="p-departement"
          name="departement"
          label={f.departement}
          value={filters.departement}
          all={t.common.all}
          options={departements.map(({ code, name }) => ({
            value: code,
            label: `${code} ${name}`,
          }))}
        />
        <SelectField
          id="p-type"
          name="type"
          label={f.kind}
          value={filters.type}
          all={t.common.all}
          options={PROVIDER_KINDS.map((value) => ({ value, label: kinds[value].many }))}
        />
        <div>
          <button type="submit" className="button">
            {f.submit}
          </button>
        </div>
      </form>
    </search>
  )
}
