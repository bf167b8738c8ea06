import { languageName } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

interface Named {
  slug: string
  name: Bilingual
}

/** The names that the catalogue itself gives to values. */
export interface FacetNames {
  groups: ReadonlyArray<Named & { functions: readonly Named[] }>
  regions: ReadonlyArray<{ code: string; name: string }>
  /** Those of the reference grid that software can back. */
  criteria: ReadonlyArray<{ slug: string; label: Bilingual }>
}

/** A word by its key; nothing that every object has (`constructor`, `__proto__`): the key is a visitor's. */
const own = <T>(words: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined

/** The words of a facet's value on the page. */
export function facetLabel(
  locale: Locale,
  facet: string,
  value: string,
  { groups, regions, criteria }: FacetNames,
): string {
  const { common: t, software } = messages(locale)
  switch (facet) {
    case 'groupe':
      return groups.find((group) => group.slug === value)?.name[locale] ?? value
    case 'fonction':
      return (
        groups.flatMap((group) => group.functions).find((item) => item.slug === value)?.name[
          locale
        ] ?? value
      )
    case 'critere':
      return criteria.find((item) => item.slug === value)?.label[locale] ?? value
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
    case 'langue':
      return languageName(locale, value)
    case 'prestataire':
      return own<string>(software.served, value) ?? value
    case 'activite':
      return own<string>(software.status, value) ?? value
    default:
      return value
  }
}
