import type { Metadata } from 'next'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'

/** Title, description and the addresses of a page in both languages. */
export function pageMetadata(
  locale: Locale,
  path: string,
  text: { title: string; description?: string; noIndex?: boolean },
): Metadata {
  return {
    title: text.title,
    ...(text.description ? { description: text.description } : {}),
    alternates: {
      canonical: pathTo(locale, path),
      languages: {
        fr: pathTo('fr', path),
        en: pathTo('en', path),
        'x-default': pathTo('fr', path),
      },
    },
    ...(text.noIndex ? { robots: { index: false } } : {}),
  }
}
