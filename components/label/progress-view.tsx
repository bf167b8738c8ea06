import { formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { Coverage } from '#lib/evidence/rules/coverage.ts'
import { CoverageChart, coverageWords } from './coverage-chart.tsx'
import { ProgressCriteria } from './progress-criteria.tsx'
import { ProgressPeers } from './progress-peers.tsx'
import { BestSteps, dossierPath } from './progress-steps.tsx'
import { ProgressYears } from './progress-years.tsx'
import type { ShownProgress } from './shown-progress.ts'

/**
 * Where an organisation stands on a grid of the label, for an agent with ten minutes: what is covered, what
 * would add the most, then axis by axis. Never a level, never a score.
 */
export function ProgressView({ locale, progress }: { locale: Locale; progress: ShownProgress }) {
  const { labelProgress: t, space } = messages(locale)
  const { organisation, coverage, grid } = progress
  const path = `/espace/collectivites/${organisation.key}`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: organisation.name, href: pathTo(locale, path) },
        ]}
      />
      <h1>{t.heading}</h1>
      <p className="mt-1 text-muted">
        <Link className="link" href={organisationPath(locale, organisation.key)}>
          {organisation.name}
        </Link>
        {' · '}
        {grid.title[locale]}
      </p>
      <p className="lead mt-4 font-semibold">
        <Sentence locale={locale} coverage={coverage} />
      </p>
      {coverage.covered === 0 ? null : (
        <p className="mt-1">{t.split(coverageWords(locale, { ...coverage, empty: 0 }))}</p>
      )}
      <p className="mt-1 max-w-prose text-[0.95rem] text-muted">
        {t.noLevel} {grid.key === 'reference' ? t.ours : null}
      </p>
      <GridChoice locale={locale} progress={progress} />
      {progress.empty ? (
        <FirstStep locale={locale} progress={progress} />
      ) : (
        <section aria-labelledby="next" className="panel mt-6 bg-soft">
          <h2 id="next" className="text-xl">
            {t.next.heading}
          </h2>
          <BestSteps locale={locale} progress={progress} />
        </section>
      )}
      <Links locale={locale} progress={progress} />
      <CoverageChart locale={locale} axes={progress.axes} />
      <ProgressCriteria locale={locale} progress={progress} />
      <ProgressPeers locale={locale} progress={progress} />
      <ProgressYears locale={locale} progress={progress} />
    </>
  )
}

function Sentence({ locale, coverage }: { locale: Locale; coverage: Coverage }) {
  const t = messages(locale).labelProgress
  const { covered } = coverage
  const total = formatNumber(locale, coverage.total)
  if (covered === 0) return t.none(total)
  return t.sentence(formatNumber(locale, covered), total, covered === 1)
}

function GridChoice({ locale, progress }: { locale: Locale; progress: ShownProgress }) {
  const t = messages(locale).labelProgress.grid
  const { grids, grid, organisation } = progress
  if (grids.length < 2) return null
  return (
    <nav aria-label={t.label} className="no-print mt-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {grids.map(({ key, title, closesAt }) => (
          <li key={key}>
            <Link
              className={key === grid.key ? 'font-semibold' : 'link'}
              aria-current={key === grid.key ? 'true' : undefined}
              href={pathTo(locale, `/espace/collectivites/${organisation.key}/label`, {
                grille: key === 'reference' ? undefined : key,
              })}
            >
              {title[locale]}
            </Link>
            {closesAt ? (
              <span className="text-muted">
                {' '}
                ({t.closes(formatDate(locale, closesAt.slice(0, 10)))})
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Nothing is on record: the page leads to the first declaration, and to who could be asked. */
function FirstStep({ locale, progress }: { locale: Locale; progress: ShownProgress }) {
  const t = messages(locale).labelProgress
  const { key } = progress.organisation
  return (
    <section aria-labelledby="first" className="panel mt-6 bg-soft">
      <h2 id="first" className="text-xl">
        {t.empty.heading}
      </h2>
      <p className="mt-2 max-w-prose">{t.empty.text}</p>
      <ul className="no-print mt-4 flex flex-wrap gap-3">
        <li>
          <Link className="button" href={pathTo(locale, '/espace/declarer', { collectivite: key })}>
            {t.empty.first}
          </Link>
        </li>
        <li>
          <Link
            className="button button-quiet"
            href={pathTo(locale, `/espace/collectivites/${key}/importer`)}
          >
            {t.empty.import}
          </Link>
        </li>
      </ul>
      {progress.best.length === 0 ? null : (
        <>
          <h3 className="mt-5">{t.empty.around}</h3>
          <BestSteps locale={locale} progress={progress} />
        </>
      )}
    </section>
  )
}

function Links({ locale, progress }: { locale: Locale; progress: ShownProgress }) {
  const t = messages(locale).labelProgress.next
  const { organisation, grid, empty } = progress
  const path = `/espace/collectivites/${organisation.key}`
  const query = { grille: grid.key === 'reference' ? undefined : grid.key }
  const links = [
    {
      href: dossierPath(locale, progress),
      label: grid.key === 'reference' ? t.selfAssessment : t.dossier,
    },
    ...(empty
      ? []
      : [
          {
            href: pathTo(locale, '/espace/declarer', { collectivite: organisation.key }),
            label: t.declare,
          },
        ]),
    { href: pathTo(locale, `${path}/label/chiffres`), label: t.figures },
  ]
  return (
    <ul className="no-print mt-5 flex flex-wrap items-center gap-3">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link className="button button-quiet" href={href}>
            {label}
          </Link>
        </li>
      ))}
      <li>
        <a className="link" href={pathTo(locale, `${path}/label/progression.csv`, query)} download>
          {t.csv}
        </a>
      </li>
    </ul>
  )
}
