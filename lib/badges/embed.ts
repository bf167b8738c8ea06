import { xmlText } from '#lib/xml.ts'
import type { BadgeKind } from './schema.ts'

type Locale = 'fr' | 'en'

/** Where the rows behind a badge are, without the language. */
const ROWS: Record<BadgeKind, (slug: string) => string> = {
  utilisateurs: (slug) => `/logiciels/${slug}/utilisateurs`,
  label: (slug) => `/logiciels/${slug}#criteria`,
  activite: (slug) => `/logiciels/${slug}#vitality`,
}

export const badgeRows = (kind: BadgeKind, slug: string) => ROWS[kind](slug)

/** The address of a badge on this site. */
export const badgeAddress = (locale: Locale, kind: BadgeKind, slug: string) =>
  `/logiciels/${slug}/badge/${kind}.svg${locale === 'en' ? '?lang=en' : ''}`

/** What a README pastes to show a badge: the image, what it says in words, and a link to its rows. */
export function embedCodes(
  locale: Locale,
  { kind, slug, alt, siteUrl }: { kind: BadgeKind; slug: string; alt: string; siteUrl: string },
): { markdown: string; html: string; asciidoc: string } {
  const image = siteUrl + badgeAddress(locale, kind, slug)
  const link = siteUrl + (locale === 'en' ? '/en' : '') + badgeRows(kind, slug)
  return {
    markdown: `[![${alt.replace(/[\\[\]`*_<>]/g, '\\$&')}](${image})](${link})`,
    html: `<a href="${xmlText(link)}"><img src="${xmlText(image)}" alt="${xmlText(alt)}"></a>`,
    asciidoc: `image:${image}["${alt.replace(/["\]]/g, '\\$&')}",link="${link}"]`,
  }
}
