import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import { LanguageLink } from './language-link.tsx'

/** @param account whether someone is signed in; undefined where nobody can be. */
export function SiteHeader({
  locale,
  account,
}: {
  locale: Locale
  account: 'visitor' | 'user' | undefined
}) {
  const { common: t, accounts, needs } = messages(locale)
  const links = [
    ['/logiciels', t.nav.software],
    ['/metiers', t.nav.functions],
    ['/collectivites', t.nav.organisations],
    ['/besoins', needs.nav],
    ['/label', t.nav.label],
  ] as const
  return (
    <header className="border-line border-b bg-paper">
      <div className="wrap flex flex-wrap items-center gap-x-6 gap-y-3 py-3">
        <Link
          href={pathTo(locale, '/')}
          className="flex items-center gap-2 font-bold text-xl tracking-tight"
        >
          <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="6" fill="var(--accent)" />
            <path
              d="M6 20V8l8 7 8-7v12"
              fill="none"
              stroke="var(--on-accent)"
              strokeWidth="2.6"
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          </svg>
          {t.siteName}
        </Link>
        <nav aria-label={t.mainNavigation} className="order-3 w-full md:order-none md:w-auto">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {links.map(([path, label]) => (
              <li key={path}>
                <Link
                  href={pathTo(locale, path)}
                  className="inline-flex min-h-6 items-center py-1 underline-offset-4 hover:text-accent hover:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="no-print ml-auto flex items-center gap-4">
          <div className="hidden w-80 lg:block xl:w-96">
            <SearchForm locale={locale} id="site-search" />
          </div>
          {account ? (
            <Link
              href={pathTo(locale, account === 'user' ? '/espace' : '/connexion')}
              className="link inline-flex min-h-6 items-center"
            >
              {account === 'user' ? accounts.header.space : accounts.header.signIn}
            </Link>
          ) : null}
          <LanguageLink locale={locale} label={t.otherLanguage} hint={t.otherLanguageHint} />
        </div>
      </div>
    </header>
  )
}
