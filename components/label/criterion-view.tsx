import { colon, counted } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criteriaPath, functionPath, pathTo } from '#components/i18n/paths.ts'
import { type ShownSoftware, SoftwareCard } from '#components/software/software-card.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { BackerList, type ShownBackers } from './backer-list.tsx'
import type { GridCriterion } from './shown-progress.ts'

export interface ShownCriterionPage {
  grid: { key: string; title: Bilingual }
  axis: { slug: string; name: Bilingual }
  criterion: GridCriterion
  functions: ReadonlyArray<{ slug: string; name: Bilingual }>
  software: { total: number; items: readonly ShownSoftware[] }
}

/** One criterion: its wording and where it comes from, how it is backed, what and who backs it. */
export function CriterionPageView({
  locale,
  item,
  backers,
  signedIn,
}: {
  locale: Locale
  item: ShownCriterionPage
  backers: ShownBackers
  /** Whether this service has members, who can see where they stand. */
  signedIn: boolean
}) {
  const { labelProgress, label } = messages(locale)
  const t = labelProgress.criterion
  const { grid, axis, criterion } = item
  return (
    <article>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: label.heading, href: pathTo(locale, '/label') },
          { label: grid.title[locale], href: criteriaPath(locale, grid.key) },
        ]}
      />
      <h1>{criterion.label[locale]}</h1>
      <p className="mt-1 text-muted">
        {t.axis + colon(locale) + axis.name[locale]}
        {criterion.number ? ` · ${criterion.number}` : null}
      </p>
      {criterion.help[locale] ? <p className="lead mt-4">{criterion.help[locale]}</p> : null}
      {criterion.required ? <p className="mt-2 font-semibold">{t.required}</p> : null}
      {criterion.clarification[locale] ? (
        <p className="panel mt-4 max-w-prose bg-soft">
          <strong className="font-semibold">{t.clarification + colon(locale)}</strong>
          {criterion.clarification[locale]}
        </p>
      ) : null}
      <p className="mt-3 max-w-prose">
        {grid.key === 'reference' ? `${labelProgress.ours} ` : null}
        {t.basis[criterion.basis]} {criterion.basisNote[locale]}
      </p>
      {criterion.sources.length === 0 ? null : (
        <p className="mt-2 text-[0.95rem] [overflow-wrap:anywhere]">
          {t.sources + colon(locale)}
          {criterion.sources.map(({ title, url }, index) => (
            <span key={url}>
              {index > 0 ? ', ' : null}
              <a href={url} rel="noopener" className="link">
                {title}
              </a>
            </span>
          ))}
        </p>
      )}
      <Rule locale={locale} item={item} />
      {item.software.total === 0 ? null : <Software locale={locale} item={item} />}
      {criterion.rule ? <BackerList locale={locale} item={item} backers={backers} /> : null}
      <p className="no-print mt-8 text-[0.95rem]">
        <a
          className="link"
          href={`/api/v1/label/criteria/${criterion.slug}${grid.key === 'reference' ? '' : `?grille=${grid.key}`}`}
        >
          {t.json}
        </a>
      </p>
      {signedIn ? (
        <p className="no-print mt-10">
          <Link className="button" href={pathTo(locale, '/espace/label')}>
            {t.mine}
          </Link>
        </p>
      ) : null}
    </article>
  )
}

function Rule({ locale, item }: { locale: Locale; item: ShownCriterionPage }) {
  const t = messages(locale).labelProgress.criterion
  const sentences: Readonly<Record<string, string>> = t.rules
  const { rule } = item.criterion
  return (
    <section aria-labelledby="rule" className="mt-10">
      <h2 id="rule">{t.rule}</h2>
      <p className="mt-2 max-w-prose">{(rule && sentences[rule.rule]) ?? t.noRule}</p>
      {item.functions.length === 0 ? null : (
        <details className="mt-2" open={item.functions.length <= 6}>
          <summary className="min-h-6 py-1 text-accent">
            {t.functions} ({item.functions.length})
          </summary>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {item.functions.map(({ slug, name }) => (
              <li key={slug}>
                <Link className="link inline-block min-h-6" href={functionPath(locale, slug)}>
                  {name[locale]}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Software({ locale, item }: { locale: Locale; item: ShownCriterionPage }) {
  const t = messages(locale).labelProgress.criterion
  const { total, items } = item.software
  const filter =
    item.grid.key === 'reference'
      ? { critere: item.criterion.slug }
      : { fonction: item.functions.map(({ slug }) => slug) }
  return (
    <section aria-labelledby="software" className="mt-10">
      <h2 id="software">{t.software}</h2>
      <p className="mt-2 font-semibold">
        {counted(locale, total, t.softwareFound.one, t.softwareFound.many)}
      </p>
      <div className="mt-3 grid gap-x-10 lg:grid-cols-2">
        {items.map((software) => (
          <SoftwareCard key={software.slug} locale={locale} item={software} level={3} />
        ))}
      </div>
      {total > items.length ? (
        <p className="mt-3">
          <Link className="link" rel="nofollow" href={pathTo(locale, '/logiciels', filter)}>
            {t.softwareAll}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
