import { trustWords } from '#components/adoptions/trust-bar.tsx'
import { CompareBoxes } from '#components/compare/compare-box.tsx'
import { colon, counted, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, pathTo } from '#components/i18n/paths.ts'
import { NeedsSection } from '#components/needs/needs-section.tsx'
import { type ShownSoftware, SoftwareCard } from '#components/software/software-card.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'
import type { NeedCard } from '#lib/needs/schema.ts'
import type { ShownFunction, ShownGroup } from './function-tree-view.tsx'

/** One function: the software that covers it, or the gap. */
export function FunctionView({
  locale,
  item,
  use,
  software,
  needs,
  ask,
}: {
  locale: Locale
  item: ShownFunction & {
    summary: Bilingual
    synonyms: { fr: readonly string[]; en: readonly string[] }
    group: ShownGroup
  }
  /** Uses of its software: an organisation may use several. */
  use: TrustCount
  software: readonly ShownSoftware[]
  /** What is asked for of it. */
  needs: readonly NeedCard[]
  /** Whether this service lets people ask. */
  ask: boolean
}) {
  const t = messages(locale).functions
  const siblings = item.group.functions.filter((other) => other.slug !== item.slug)
  const number = counted(locale, item.software, t.software.one, t.software.many)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.heading, href: pathTo(locale, '/metiers') },
          {
            label: item.group.name[locale],
            href: `${pathTo(locale, '/metiers')}#${item.group.slug}`,
          },
        ]}
      />
      <h1>{item.name[locale]}</h1>
      <p className="lead mt-2">{item.summary[locale]}</p>
      {item.synonyms[locale].length === 0 ? null : (
        <p className="mt-2 max-w-prose text-muted">
          {t.synonyms + colon(locale) + item.synonyms[locale].join(', ')}
        </p>
      )}
      {item.software === 0 ? (
        <section aria-labelledby="gap" className="panel mt-8 max-w-3xl bg-warn-soft">
          <h2 id="gap" className="text-xl">
            {t.gapHeading}
          </h2>
          <p className="mt-2">{t.gapText}</p>
          <p className="mt-4">
            <Link
              className="button"
              href={pathTo(locale, '/logiciels/demander', { fonction: item.slug })}
            >
              {t.gapAsk}
            </Link>
          </p>
        </section>
      ) : (
        <section aria-labelledby="covering" className="mt-8">
          <h2 id="covering" className="text-xl">
            {item.adopters === 0
              ? t.coveredUnused(number)
              : t.covered(number, counted(locale, item.adopters, t.adopters.one, t.adopters.many))}
          </h2>
          {item.adopters === 0 ? null : (
            <p className="mt-1">
              {messages(locale).reads.usesSplit(trustWords(locale, use))}{' '}
              <Link
                className="link"
                href={pathTo(locale, '/collectivites', { fonction: item.slug })}
              >
                {t.adoptersLink}
              </Link>
            </p>
          )}
          <div className="mt-4 max-w-3xl">
            {software.map((entry) => (
              <SoftwareCard key={entry.slug} locale={locale} item={entry} level={3} box="compare" />
            ))}
          </div>
          {software.length > 1 ? <CompareBoxes locale={locale} id="compare" /> : null}
          {item.software > software.length ? (
            <p className="mt-2 text-muted">{t.more(formatNumber(locale, software.length))}</p>
          ) : null}
          <p className="mt-4">
            <Link
              className="button button-quiet"
              href={pathTo(locale, '/logiciels', { fonction: item.slug })}
            >
              {t.filterLink}
            </Link>
          </p>
        </section>
      )}
      <NeedsSection locale={locale} about={{ function: item.slug }} items={needs} ask={ask} />
      <section aria-labelledby="siblings" className="mt-12">
        <h2 id="siblings" className="text-xl">
          {t.siblings}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-2">
          {siblings.map((other) => (
            <li key={other.slug}>
              <Link className="tag" href={functionPath(locale, other.slug)}>
                {other.name[locale]}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
