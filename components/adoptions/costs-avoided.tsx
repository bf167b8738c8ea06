import { formatEuros, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, softwarePath, usersPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

export interface ShownCosts {
  sum: number
  given: number
  of: number
  items: ReadonlyArray<{
    id: number
    organisation: { key: string; name: string }
    software: { slug: string; name: string }
    costAvoided: number
    costMethod: string
  }>
}

/**
 * Licence costs avoided: the sum of what was given, over how many, and each figure with its working-out.
 * Nothing stands here where nobody gave a figure.
 * @param of whose: a software's by organisation, or an organisation's by software.
 */
export function CostsAvoided({
  locale,
  costs,
  of,
  level,
}: {
  locale: Locale
  costs: ShownCosts
  of: { software: string } | 'organisation'
  level: 2 | 3
}) {
  if (costs.given === 0) return null
  const t = messages(locale).reads.costs
  const Heading = level === 2 ? 'h2' : 'h3'
  const basis = of === 'organisation' ? t.basisHere : t.basis
  const number = (n: number) => formatNumber(locale, n)
  return (
    <section aria-labelledby="costs" className={level === 2 ? 'mt-12' : 'mt-8'}>
      <Heading id="costs">{t.heading}</Heading>
      <p className="mt-2 max-w-prose">
        <strong className="tabular-nums">{t.sum(formatEuros(locale, costs.sum))}</strong>,{' '}
        {basis(number(costs.given), number(costs.of), costs.given === 1)}
      </p>
      <p className="max-w-prose text-[0.95rem] text-muted">{t.never}</p>
      <details className="mt-2">
        <summary className="min-h-6 w-fit text-accent underline underline-offset-4">
          {t.show}
        </summary>
        <div className="table-scroll mt-3">
          <table className="table">
            <caption className="sr-only">{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">
                  {of === 'organisation' ? t.columns.software : t.columns.organisation}
                </th>
                <th scope="col" className="number">
                  {t.columns.amount}
                </th>
                <th scope="col">{t.columns.method}</th>
              </tr>
            </thead>
            <tbody>
              {costs.items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    {of === 'organisation' ? (
                      <Link className="link" href={softwarePath(locale, item.software.slug)}>
                        {item.software.name}
                      </Link>
                    ) : (
                      <Link className="link" href={organisationPath(locale, item.organisation.key)}>
                        {item.organisation.name}
                      </Link>
                    )}
                  </th>
                  <td className="number">{formatEuros(locale, item.costAvoided)}</td>
                  <td className="min-w-48 whitespace-pre-line">{item.costMethod}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {costs.given > costs.items.length ? (
          <p className="mt-2 text-[0.95rem] text-muted">{t.shown(number(costs.items.length))}</p>
        ) : null}
        {of === 'organisation' ? null : (
          <p className="mt-2">
            <Link className="link" href={usersPath(locale, of.software, { cout: 'oui' })}>
              {t.rows}
            </Link>
          </p>
        )}
      </details>
    </section>
  )
}
