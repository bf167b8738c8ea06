import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criterionPath, likePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { StateMark } from './coverage-chart.tsx'
import type { ShownProgress } from './shown-progress.ts'

/** Against organisations of the same kind and size: how many back what, and how few they are. */
export function ProgressPeers({ locale, progress }: { locale: Locale; progress: ShownProgress }) {
  const { labelProgress, common } = messages(locale)
  const t = labelProgress.peers
  const { organisation, peers, axes, grid } = progress
  const sizes: Readonly<Record<string, string>> = common.sizes
  const who = t.who(
    common.kinds[organisation.kind].many,
    sizes[organisation.sizeClass] ?? organisation.sizeClass,
  )
  const number = (n: number) => formatNumber(locale, n)
  return (
    <section aria-labelledby="peers" className="mt-12">
      <h2 id="peers">{t.heading}</h2>
      <p className="mt-2 max-w-prose">
        {peers.known === 0 ? t.none(who) : t.lead(number(peers.known), number(peers.all), who)}
      </p>
      {peers.known > 0 && peers.few ? (
        <p className="mt-2 max-w-prose border-warn border-l-4 bg-warn-soft px-3 py-2">{t.few}</p>
      ) : null}
      {peers.known === 0 ? null : (
        <>
          <div className="table-scroll mt-4">
            <table className="table">
              <caption className="sr-only">{t.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{labelProgress.chart.axis}</th>
                  <th scope="col" className="number">
                    {t.you}
                  </th>
                  <th scope="col" className="number">
                    {t.average}
                  </th>
                </tr>
              </thead>
              <tbody>
                {axes.map(({ slug, name, coverage, peersAverage }) => (
                  <tr key={slug}>
                    <th scope="row">{name[locale]}</th>
                    <td className="number">
                      {t.of(number(coverage.evidenced + coverage.partial), number(coverage.total))}
                    </td>
                    <td className="number">{t.of(number(peersAverage), number(coverage.total))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <details className="mt-4">
            <summary className="min-h-6 py-1 text-accent">{t.byCriterion}</summary>
            <div className="table-scroll mt-2">
              <table className="table">
                <caption className="sr-only">{t.byCriterionCaption}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.criterion}</th>
                    <th scope="col">{t.state}</th>
                    <th scope="col" className="number">
                      {t.share}
                    </th>
                    <th scope="col" className="number">
                      {t.evidenced}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {axes
                    .flatMap(({ criteria }) => criteria)
                    .filter(({ criterion }) => criterion.rule)
                    .map(({ criterion, state, peers: behind }) => (
                      <tr key={criterion.slug}>
                        <th scope="row">
                          <Link
                            className="link"
                            href={criterionPath(locale, grid.key, criterion.slug)}
                          >
                            {criterion.label[locale]}
                          </Link>
                        </th>
                        <td>
                          <span className="inline-flex items-center gap-2">
                            <StateMark state={state} />
                            {labelProgress.states[state].one}
                          </span>
                        </td>
                        <td className="number">{share(locale, behind.backed, peers.known)}</td>
                        <td className="number">{number(behind.evidenced)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
      <p className="no-print mt-4">
        <Link className="link" href={likePath(locale, organisation.key)}>
          {t.like}
        </Link>
      </p>
    </section>
  )
}

/** A share with what it is a share of; rounded down, so that 100 % is all of them. */
function share(locale: Locale, n: number, of: number): string {
  const t = messages(locale).labelProgress
  const percent = formatNumber(locale, Math.floor((100 * n) / of))
  return `${t.peers.percent(percent)} (${t.peers.of(formatNumber(locale, n), formatNumber(locale, of))})`
}
