import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

export interface FacetNames {
  groups: ReadonlyArray<{ slug: string; name: Bilingual }>
  regions: ReadonlyArray<{ code: string; name: string }>
}

/** A word by its key; nothing that every object has (`constructor`, `__proto__`): the key is a visitor's. */
const own = <T>(words: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined

/** The words of a facet's value on the page. */
export function facetLabel(
  locale: Locale,
  facet: string,
  value: string,
  { groups, regions }: FacetNames,
): string {
  const t = messages(locale).common
  switch (facet) {
    case 'groupe':
      return groups.find((group) => group.slug === value)?.name[locale] ?? value
    case 'region':
      return regions.find((region) => region.code === value)?.name ?? value
    case 'pour':
    case 'utilisateurs':
      return own<{ many: string }>(t.kinds, value)?.many ?? value
    case 'taille':
      return own<string>(t.sizes, value) ?? value
    case 'licence':
      return own<string>(t.licences, value) ?? value
    case 'editeur':
      return own<string>(t.publisherKinds, value) ?? value
    case 'plateforme':
      return own<string>(t.platforms, value) ?? value
    default:
      return value
  }
}
