import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { providerPath, softwarePath } from '#components/i18n/paths.ts'
import { areaWords, summaryIn, type Territories } from './provider-words.ts'
import type { ShownProviderPage } from './shown-provider-page.ts'

/** The provider as search engines read it (schema.org). */
export function linkedData(
  locale: Locale,
  item: ShownProviderPage,
  territories: Territories,
  siteUrl: string,
) {
  const t = messages(locale).providers
  const url = siteUrl + providerPath(locale, item.slug)
  return {
    '@context': 'https://schema.org',
    '@type': item.kind === 'public-body' ? 'GovernmentOrganization' : 'Organization',
    '@id': url,
    url,
    name: item.name,
    description: summaryIn(locale, item.summary).text,
    identifier: { '@type': 'PropertyValue', propertyID: 'SIREN', value: item.siren },
    ...(item.website ? { sameAs: item.website } : {}),
    areaServed: areaWords(locale, item.areas, territories),
    makesOffer: item.services.flatMap(({ slug, name, kinds }) =>
      kinds.map((kind) => ({
        '@type': 'Offer',
        itemOffered: {
          '@type': 'Service',
          serviceType: t.services[kind],
          name: `${name} : ${t.services[kind]}`,
          isRelatedTo: {
            '@type': 'SoftwareApplication',
            name,
            url: siteUrl + softwarePath(locale, slug),
          },
        },
      })),
    ),
  }
}
