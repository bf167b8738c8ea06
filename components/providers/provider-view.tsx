import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo, providerPath, providersPath } from '#components/i18n/paths.ts'
import { Terms } from '#components/moderation/terms.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { linkedData } from './linked-data.ts'
import { areaWords, summaryIn, type Territories } from './provider-words.ts'
import { ReferenceTable } from './reference-table.tsx'
import { ServicesTable } from './services-table.tsx'
import type { ShownProviderPage } from './shown-provider-page.ts'

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
        <ServicesTable locale={locale} services={services} />
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
