import { counted } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import {
  organisationPath,
  pathTo,
  providerPath,
  providersPath,
  softwarePath,
} from '#components/i18n/paths.ts'
import { Terms } from '#components/moderation/terms.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import type { Area, ProviderKind, ServiceKind } from '#lib/providers/schema.ts'
import { areaWords, serviceWords, summaryIn, type Territories } from './provider-words.ts'
import { ReferenceTable, type ShownReference } from './reference-table.tsx'

export interface ShownProviderPage {
  slug: string
  name: string
  kind: ProviderKind
  siren: string
  website: string
  summary: Bilingual
  organisation: { key: string; name: string } | null
  services: ReadonlyArray<{ slug: string; name: string; kinds: readonly ServiceKind[] }>
  areas: readonly Area[]
  references: {
    total: number
    organisations: number
    page: number
    pages: number
    items: readonly ShownReference[]
  }
}

/** A provider's own page: what it does, where, and which organisations say so. */
export function ProviderView({
  locale,
  item,
  territories,
  siteUrl,
  manage,
}: {
  locale: Locale
  item: ShownProviderPage
  territories: Territories
  /** The public address, without a slash at its end. */
  siteUrl: string
  /** Whether the reader looks after it. */
  manage: boolean
}) {
  const t = messages(locale).providers
  const { text, lang } = summaryIn(locale, item.summary)
  const where = areaWords(locale, item.areas, territories)
  const { references, services } = item
  const host = item.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return (
    <article>
      <Breadcrumb locale={locale} trail={[{ label: t.heading, href: providersPath(locale) }]} />
      <h1>{item.name}</h1>
      <p className="lead mt-2 whitespace-pre-line" lang={lang}>
        {text}
      </p>
      <p className="mt-3 font-semibold">
        {t.sentence(
          counted(locale, services.length, t.softwareCount.one, t.softwareCount.many),
          where,
        )}{' '}
        {references.total === 0 ? (
          t.sentenceNone
        ) : (
          <a className="link" href="#references">
            {t.sentenceReferences(
              counted(locale, references.total, t.references.one, t.references.many),
              counted(
                locale,
                references.organisations,
                t.organisationCount.one,
                t.organisationCount.many,
              ),
            )}
          </a>
        )}
      </p>
      {manage ? (
        <p className="no-print mt-4">
          <Link
            className="button button-quiet"
            href={pathTo(locale, `/espace/prestataires/${item.slug}`)}
          >
            {t.manage}
          </Link>
        </p>
      ) : null}
      <div className="mt-8 grid gap-10 lg:grid-cols-[3fr_2fr]">
        <Services locale={locale} services={services} />
        <section aria-labelledby="identity" className="panel self-start">
          <h2 id="identity" className="text-xl">
            {t.identity}
          </h2>
          <Terms
            rows={[
              [t.filters.kind, t.kinds[item.kind].one],
              [t.siren, item.siren],
              [
                t.website,
                item.website ? (
                  <a
                    key="site"
                    className="link [overflow-wrap:anywhere]"
                    href={item.website}
                    rel="noopener nofollow"
                  >
                    {host}
                  </a>
                ) : null,
              ],
              [t.area, where],
            ]}
          />
          {item.organisation ? (
            <p className="mt-3">
              <Link className="link" href={organisationPath(locale, item.organisation.key)}>
                {t.publicBody}
              </Link>
            </p>
          ) : null}
        </section>
      </div>

      <section aria-labelledby="references" className="mt-12">
        <h2 id="references">{t.referencesHeading}</h2>
        {references.total === 0 ? (
          <p className="mt-3 max-w-prose">{t.referencesNone}</p>
        ) : (
          <>
            <p className="mt-1 text-muted">{t.referencesLead}</p>
            <ReferenceTable
              locale={locale}
              caption={t.referencesCaption}
              items={references.items}
            />
            <Pagination
              locale={locale}
              page={references.page}
              pages={references.pages}
              hrefOf={(page) => `${providerPath(locale, item.slug, { page })}#references`}
            />
          </>
        )}
      </section>

      <section aria-labelledby="next" className="panel no-print mt-12 bg-soft">
        <h2 id="next" className="text-xl">
          {t.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          {item.website ? (
            <li>
              <a className="button" href={item.website} rel="noopener nofollow">
                {t.nextSite}
              </a>
            </li>
          ) : null}
          {services.slice(0, 1).map(({ slug, name }) => (
            <li key={slug}>
              <Link
                className="button button-quiet"
                href={providersPath(locale, { logiciel: slug })}
              >
                {t.nextOthers(name)}
              </Link>
            </li>
          ))}
          <li>
            <Link className="button button-quiet" href={providersPath(locale)}>
              {t.nextAll}
            </Link>
          </li>
        </ul>
      </section>
      <JsonLd data={linkedData(locale, item, territories, siteUrl)} />
    </article>
  )
}

function Services({ locale, services }: { locale: Locale } & Pick<ShownProviderPage, 'services'>) {
  const t = messages(locale).providers
  return (
    <section aria-labelledby="services">
      <h2 id="services">{t.servicesHeading}</h2>
      {services.length === 0 ? (
        <p className="mt-3">{t.servicesNone}</p>
      ) : (
        <>
          <p className="mt-1 text-muted">{t.servicesLead}</p>
          <table className="table mt-4">
            <caption className="sr-only">{t.servicesCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.software}</th>
                <th scope="col">{t.columns.services}</th>
              </tr>
            </thead>
            <tbody>
              {services.map(({ slug, name, kinds }) => (
                <tr key={slug}>
                  <th scope="row">
                    <Link className="link" href={softwarePath(locale, slug)}>
                      {name}
                    </Link>
                  </th>
                  <td>{serviceWords(locale, kinds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

/** The provider as search engines read it (schema.org). */
function linkedData(
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
