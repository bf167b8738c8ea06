import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'
import { type ShownSoftware, SoftwareCard } from './software-card.tsx'

/** A publisher and what it maintains. */
export function PublisherView({
  locale,
  item,
  software,
}: {
  locale: Locale
  item: {
    name: string
    kind: string
    website: string
    summary: Bilingual
    organisationKey: string | null
    source: Source | null
  }
  software: readonly ShownSoftware[]
}) {
  const t = messages(locale)
  const kinds = t.common.publisherKinds as Readonly<Record<string, string>>
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.software.heading, href: pathTo(locale, '/logiciels') }]}
      />
      <h1>{item.name}</h1>
      <div className="lead mt-2">
        {item.summary[locale]}
        {item.source ? <SourceMark locale={locale} sources={[item.source]} /> : null}
      </div>
      <p className="mt-2 text-muted">{kinds[item.kind]}</p>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {item.website ? (
          <li>
            <a className="link [overflow-wrap:anywhere]" href={item.website} rel="noopener">
              {item.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          </li>
        ) : null}
        {item.organisationKey ? (
          <li>
            <Link className="link" href={organisationPath(locale, item.organisationKey)}>
              {t.publishers.organisation}
            </Link>
          </li>
        ) : null}
      </ul>
      <section aria-labelledby="software" className="mt-8 max-w-3xl">
        <h2 id="software">{t.publishers.software}</h2>
        {software.length === 0 ? <p className="mt-3">{t.publishers.nothing}</p> : null}
        <div className="mt-3">
          {software.map((entry) => (
            <SoftwareCard key={entry.slug} locale={locale} item={entry} level={3} />
          ))}
        </div>
      </section>
    </>
  )
}
