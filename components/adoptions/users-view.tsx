import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath, usersPath } from '#components/i18n/paths.ts'
import { DepartementMap } from '#components/map/departement-map.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { type TrustCount, UNSAID } from '#lib/adoptions/schema.ts'
import { AdoptionTable } from './adoption-table.tsx'
import type { ShownAdoption } from './shown-adoption.ts'
import { TrustBar, TrustLegend } from './trust-bar.tsx'
import { type ShownUserFilters, UserFilterForm } from './user-filter-form.tsx'

/** Everyone known to use one software: the map, the filters, the rows. */
export function UsersView({
  locale,
  software,
  filters,
  like,
  relay,
  result,
  users,
  departements,
  regions,
}: {
  locale: Locale
  software: { slug: string; name: string; use: TrustCount }
  filters: ShownUserFilters & { page: number }
  /** The organisation that the list is limited to the likes of, by its name. */
  like: string | undefined
  /** Whether anyone can write to those who accept it. */
  relay: boolean
  result: { total: number; page: number; pages: number; items: readonly ShownAdoption[] }
  users: Readonly<Record<'departement' | 'region' | 'year', Readonly<Record<string, TrustCount>>>>
  departements: ReadonlyArray<{ code: string; name: string }>
  regions: ReadonlyArray<{ code: string; name: string }>
}) {
  const t = messages(locale)
  const { slug, name } = software
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.software.heading, href: pathTo(locale, '/logiciels') },
          { label: name, href: softwarePath(locale, slug) },
        ]}
      />
      <h1>{t.users.heading(name)}</h1>
      <div className="mt-5 grid gap-6 md:grid-cols-2">
        <TrustBar locale={locale} use={software.use} href="#rows" />
        <TrustLegend locale={locale} />
      </div>
      {software.use.total === 0 ? (
        <p className="mt-6 max-w-prose">{t.software.usedByNobody}</p>
      ) : null}
      <div className="mt-8 grid gap-10 lg:grid-cols-[22rem_1fr]">
        <section aria-labelledby="map">
          <h2 id="map" className="mb-3 text-xl">
            {t.users.mapHeading}
          </h2>
          <DepartementMap
            locale={locale}
            software={software}
            users={users.departement}
            departements={departements}
          />
        </section>
        <UserFilterForm
          locale={locale}
          slug={slug}
          filters={filters}
          departements={departements.filter((d) => users.departement[d.code]?.total)}
          regions={regions.filter((r) => users.region[r.code])}
          years={Object.keys(users.year).sort().reverse()}
        />
      </div>
      <section aria-labelledby="rows" className="mt-8">
        <h2 id="rows" className="mb-3 text-xl">
          {counted(locale, result.total, t.users.shown.one, t.users.shown.many)}
        </h2>
        <Narrowing locale={locale} slug={slug} filters={filters} like={like} />
        {result.total === 0 ? (
          <p>{t.users.nothing}</p>
        ) : (
          <AdoptionTable
            locale={locale}
            caption={t.users.caption(name)}
            items={result.items}
            of="organisation"
            relay={relay}
          />
        )}
        <Pagination
          locale={locale}
          page={result.page}
          pages={result.pages}
          hrefOf={(page) => usersPath(locale, slug, { ...filters, page })}
        />
      </section>
    </>
  )
}

/** Limits that the form does not show, because a figure of another page set them: said, and lifted. */
function Narrowing({
  locale,
  slug,
  filters,
  like,
}: {
  locale: Locale
  slug: string
  filters: ShownUserFilters
  like: string | undefined
}) {
  const t = messages(locale).reads
  const limits: Array<{ name: 'semblables' | 'raison' | 'cout'; words: string }> = []
  if (like) limits.push({ name: 'semblables', words: t.onlySimilar(like) })
  if (filters.raison && filters.etat === 'stopped') {
    const reason = filters.raison === UNSAID ? '' : filters.raison
    limits.push({ name: 'raison', words: t.onlyReason(t.reasons[reason]) })
  }
  if (filters.cout) limits.push({ name: 'cout', words: t.onlyCost })
  if (limits.length === 0) return null
  return (
    <ul className="mb-3 grid gap-1">
      {limits.map(({ name, words }) => (
        <li key={name}>
          {t.narrowed} {words}.{' '}
          <Link
            className="link inline-block min-h-6"
            href={usersPath(locale, slug, { ...filters, [name]: undefined })}
          >
            {t.dropNarrowing}
          </Link>
        </li>
      ))}
    </ul>
  )
}
