import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { OrganisationSummary } from '#lib/organisations/schema.ts'

const PATH = '/espace/rejoindre'

/** The way to an organisation to join: look for it, and choose. */
export function JoinSearchView({
  locale,
  query,
  found,
}: {
  locale: Locale
  query: string
  /** Undefined as long as nothing was looked for. */
  found: { total: number; items: readonly OrganisationSummary[] } | undefined
}) {
  const t = messages(locale)
  const { join, home } = t.members
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: home.title, href: pathTo(locale, '/espace') }]}
      />
      <h1>{join.title}</h1>
      <p className="lead mt-2">{join.lead}</p>
      <search className="mt-6 block max-w-2xl">
        <form action={pathTo(locale, PATH)} className="grid gap-2">
          <label htmlFor="join-search" className="font-semibold">
            {join.search}
          </label>
          <p id="join-search-hint" className="text-[0.95rem] text-muted">
            {join.searchHint}
          </p>
          <div className="flex flex-wrap gap-3">
            <input
              id="join-search"
              name="q"
              type="search"
              defaultValue={query}
              aria-describedby="join-search-hint"
              autoComplete="off"
              className="field min-w-0 flex-1 basis-52"
            />
            <button type="submit" className="button">
              {join.submitSearch}
            </button>
          </div>
        </form>
      </search>
      {found ? (
        <section aria-labelledby="found" className="mt-8 max-w-3xl">
          <h2 id="found" className="text-xl">
            {counted(locale, found.total, join.found.one, join.found.many)}
          </h2>
          {found.total === 0 ? <p className="mt-2 max-w-prose">{join.notFound}</p> : null}
          <ul className="mt-3 divide-y divide-line">
            {found.items.map(({ key, name, kind, departement, population }) => (
              <li key={key} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>
                  <span className="font-semibold">{name}</span>{' '}
                  <span className="text-muted">
                    {[
                      t.common.kinds[kind].one,
                      departement,
                      population === null
                        ? ''
                        : t.common.inhabitants(formatNumber(locale, population)),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <Link
                  className="button button-quiet"
                  href={pathTo(locale, PATH, { organisme: key })}
                >
                  {join.choose(name)}
                </Link>
              </li>
            ))}
          </ul>
          {found.total > found.items.length ? (
            <p className="mt-3 max-w-prose">{join.more}</p>
          ) : null}
        </section>
      ) : null}
    </>
  )
}
