import { trustWords } from '#components/adoptions/trust-bar.tsx'
import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { usersPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'
import { AdoptersBars } from './adopters-bars.tsx'

export interface ShownYear {
  /** Empty for the unknown year. */
  year: string
  use: TrustCount
  soFar: TrustCount
  software: ReadonlyArray<{ slug: string; name: string; total: number }>
}

/** How a publisher's users added up, year after year, and the rows behind each year. */
export function AdoptersChart({ locale, years }: { locale: Locale; years: readonly ShownYear[] }) {
  const t = messages(locale).publisherPage.years
  const known = filled(years.filter(({ year }) => year !== ''))
  const unknown = years.find(({ year }) => year === '')
  const [first, last] = [known[0], known.at(-1)]
  return (
    <section aria-labelledby="years" className="mt-10 max-w-5xl">
      <h2 id="years">{t.heading}</h2>
      {first && last ? (
        <>
          <p className="mt-2">{t.lead(trustWords(locale, last.soFar))}</p>
          <AdoptersBars
            locale={locale}
            years={known}
            label={t.chart(first.year, last.year, trustWords(locale, last.soFar))}
          />
        </>
      ) : null}
      {unknown ? (
        <p className="mt-2 text-muted">
          {counted(locale, unknown.use.total, t.unknownText.one, t.unknownText.many)}.
        </p>
      ) : null}
      <details className="mt-3">
        <summary className="min-h-6 py-1 text-accent">{t.asTable}</summary>
        <YearTable locale={locale} years={years} />
      </details>
    </section>
  )
}

/** A year in which nothing began stands where the one before stood. */
function filled(years: readonly ShownYear[]): ShownYear[] {
  const [first, last] = [Number(years[0]?.year), Number(years.at(-1)?.year)]
  // A year that nobody can have meant would make a chart of a thousand bars.
  if (!(last - first <= 80)) return [...years]
  const all: ShownYear[] = []
  for (let year = first; year <= last; year++) {
    const found = years.find((item) => item.year === String(year))
    const before = all.at(-1)
    if (found) all.push(found)
    else if (before) all.push({ ...before, year: String(year), software: [] })
  }
  return all
}

function YearTable({ locale, years }: { locale: Locale; years: readonly ShownYear[] }) {
  const t = messages(locale).publisherPage.years
  const n = (value: number) => formatNumber(locale, value)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
    <section className="table-scroll mt-2" aria-label={t.caption} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            {[t.began, t.confirmed, t.toReconfirm, t.reported].map((label) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
            <th scope="col">{t.rows}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, use, soFar, software }) => {
            const name = year === '' ? t.unknown : year
            return (
              <tr key={year}>
                <th scope="row">{name}</th>
                <td className="number">{n(use.total)}</td>
                <td className="number">{n(soFar.confirmed)}</td>
                <td className="number">{n(soFar.toReconfirm)}</td>
                <td className="number">{n(soFar.reported)}</td>
                <td className="min-w-48">
                  <ul className="flex flex-wrap gap-x-4 gap-y-1">
                    {software.map((item) => (
                      <li key={item.slug}>
                        <Link
                          className="link"
                          href={usersPath(locale, item.slug, {
                            annee: year === '' ? 'inconnue' : year,
                          })}
                          aria-label={t.rowsOf(item.name, n(item.total), name)}
                        >
                          {item.name} {n(item.total)}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
