import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, organisationPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'

/** A page that does not exist: what was asked for, the nearest names, the search. */
export function NotFoundView({
  locale,
  path,
  query,
  software,
  functions,
  organisations,
}: {
  locale: Locale
  path: string
  query: string
  software: ReadonlyArray<{ slug: string; name: string }>
  functions: ReadonlyArray<{ slug: string; name: Bilingual }>
  organisations: ReadonlyArray<{ key: string; name: string; departement: string }>
}) {
  const t = messages(locale).notFound
  const near = [
    ...software.map((item) => ({ href: softwarePath(locale, item.slug), label: item.name })),
    ...functions.map((item) => ({
      href: functionPath(locale, item.slug),
      label: item.name[locale],
    })),
    ...organisations.map((item) => ({
      href: organisationPath(locale, item.key),
      label: item.departement ? `${item.name} (${item.departement})` : item.name,
    })),
  ]
  return (
    <>
      <h1>{t.title}</h1>
      <p className="lead mt-3 [overflow-wrap:anywhere]">{t.text(path)}</p>
      {near.length === 0 ? null : (
        <section aria-labelledby="near" className="mt-6">
          <h2 id="near" className="text-xl">
            {t.near}
          </h2>
          <ul className="mt-2 grid gap-1">
            {near.map((item) => (
              <li key={item.href}>
                <Link className="link inline-flex min-h-6 items-center" href={item.href}>
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="again" className="mt-8 max-w-2xl">
        <h2 id="again" className="mb-2 text-xl">
          {t.search}
        </h2>
        <SearchForm locale={locale} id="not-found-search" value={query} large />
        <p className="mt-4">
          <Link className="link" href={pathTo(locale, '/')}>
            {t.home}
          </Link>
        </p>
      </section>
    </>
  )
}
