'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo, withoutLocale } from '#components/i18n/paths.ts'

/** The same page in the other language. It follows the address, which the layout around it does not. */
export function LanguageLink({
  locale,
  label,
  hint,
}: {
  locale: Locale
  label: string
  hint: string
}) {
  const path = usePathname()
  const search = useSearchParams().toString()
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const target = pathTo(other, withoutLocale(path))
  return (
    <a
      href={search === '' ? target : `${target}?${search}`}
      hrefLang={other}
      lang={other}
      className="link inline-flex min-h-6 items-center"
      title={hint}
    >
      {label}
    </a>
  )
}
