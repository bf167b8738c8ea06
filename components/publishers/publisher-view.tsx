import { shortUse, TrustParts } from '#components/adoptions/trust-bar.tsx'
import { counted, formatDate } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { type ShownSoftware, SoftwareCard } from '#components/software/software-card.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'
import { AdoptersChart, type ShownYear } from './adopters-chart.tsx'
import { EventList } from './event-list.tsx'
import type { ShownEvent } from './event-words.ts'

interface ShownPublisher {
  slug: string
  name: string
  kind: string
  website: string
  summary: Bilingual
  organisationKey: string | null
  siren: string | null
  /** ISO 8601; empty when nobody checked. */
  verifiedAt: string
  source: Source | null
}

interface PublisherViewProps {
  locale: Locale
  item: ShownPublisher
  figures: {
    software: number
    use: TrustCount
    lastRelease: { date: string; version: string; slug: string; name: string } | null
    years: readonly ShownYear[]
  }
  software: readonly ShownSoftware[]
  events: readonly ShownEvent[]
  /** Whether whoever reads speaks for it. */
  speaks: boolean
  /** Whether people can sign in at all, without which nobody asks for contact. */
  signIn: boolean
}

/** A publisher, what it maintains, who uses it and since when. */
export function PublisherView(props: PublisherViewProps) {
  const { locale, item, figures, software, events, signIn } = props
  const t = messages(locale)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.software.heading, href: pathTo(locale, '/logiciels') }]}
      />
      <h1>{item.name}</h1>
      <p className="lead mt-2">
        <Sentence locale={locale} figures={figures} />
      </p>
      {item.summary[locale] || item.source ? (
        <div className="mt-2 max-w-prose">
          {item.summary[locale]}
          {item.source ? <SourceMark locale={locale} sources={[item.source]} /> : null}
        </div>
      ) : null}
      <Identity {...props} />
      <section aria-labelledby="software" className="mt-8 max-w-3xl">
        <h2 id="software">{t.publishers.software}</h2>
        {software.length === 0 ? <p className="mt-3">{t.publishers.nothing}</p> : null}
        <div className="mt-3">
          {software.map((entry) => (
            <div key={entry.slug}>
              <SoftwareCard locale={locale} item={entry} level={3} />
              {/* The card says it in words, and leads to the rows. */}
              {entry.use.total > 0 ? (
                <div className="trust-bar mb-5 max-w-md" aria-hidden="true">
                  <TrustParts use={entry.use} />
                </div>
              ) : null}
            </div>
          ))}
        </div>
      </section>
      {figures.years.length > 0 ? <AdoptersChart locale={locale} years={figures.years} /> : null}
      <EventList locale={locale} slug={item.slug} events={events} />
      <Next locale={locale} item={item} software={software} signIn={signIn} />
    </>
  )
}

/** So many software, so many uses and by whose word, and the last release. */
function Sentence({ locale, figures }: Pick<PublisherViewProps, 'locale' | 'figures'>) {
  const t = messages(locale).publisherPage
  const { lastRelease, use } = figures
  const software = counted(locale, figures.software, t.software.one, t.software.many)
  return (
    <>
      {use.total > 0 ? `${software}, ${shortUse(locale, use)}. ` : `${software}. ${t.nobody} `}
      {lastRelease ? (
        <Link className="link" href={softwarePath(locale, lastRelease.slug)}>
          {t.lastRelease(
            lastRelease.name,
            lastRelease.version,
            formatDate(locale, lastRelease.date.slice(0, 10)),
          )}
        </Link>
      ) : null}
    </>
  )
}

function Identity({ locale, item, speaks, signIn }: PublisherViewProps) {
  const t = messages(locale)
  const page = t.publisherPage
  const kinds = t.common.publisherKinds as Readonly<Record<string, string>>
  return (
    <>
      <p className="mt-3 text-muted">
        {kinds[item.kind]}
        {item.siren ? ` · ${page.siren(item.siren)}` : null}
        {item.verifiedAt ? (
          <span title={page.verifiedHelp}>
            {' · '}
            {page.verified(formatDate(locale, item.verifiedAt.slice(0, 10)))}
          </span>
        ) : null}
      </p>
      <ul className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3">
        {signIn ? (
          <li>
            <Link
              className="button"
              href={pathTo(locale, `/espace/editeurs/${item.slug}/contacter`)}
            >
              {page.contact}
            </Link>
          </li>
        ) : null}
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
        <li>
          <a className="link" href={pathTo(locale, `/editeurs/${item.slug}/actualites.atom`)}>
            {page.feed}
          </a>
        </li>
        {speaks ? (
          <li>
            <Link className="link" href={pathTo(locale, `/espace/editeurs/${item.slug}`)}>
              {page.space}
            </Link>
          </li>
        ) : null}
      </ul>
    </>
  )
}

function Next({
  locale,
  item,
  software,
  signIn,
}: Pick<PublisherViewProps, 'locale' | 'item' | 'software' | 'signIn'>) {
  const t = messages(locale).publisherPage
  const [first] = software
  if (!signIn) return null
  return (
    <section aria-labelledby="next" className="panel mt-10 max-w-3xl bg-soft">
      <h2 id="next" className="text-xl">
        {t.next}
      </h2>
      <ul className="mt-3 space-y-2">
        {first ? (
          <li>
            <Link
              className="link"
              href={pathTo(locale, '/espace/declarer', { logiciel: first.slug })}
            >
              {t.nextUser}
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="link" href={pathTo(locale, `/espace/editeurs/${item.slug}/contacter`)}>
            {t.nextContact}
          </Link>
          <span className="block text-[0.95rem] text-muted">{t.contactUnder}</span>
        </li>
        {first ? (
          <li>
            <Link
              className="link"
              href={pathTo(locale, `/espace/logiciels/${first.slug}/revendiquer`)}
            >
              {t.nextClaim}
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
