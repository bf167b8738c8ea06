import { formatEuros, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParisDay } from '#components/i18n/paris.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { NeedSupport } from '#lib/needs/schema.ts'

/** Past this many, the page says that it shows no more. */
const MOST = 500

/** The organisations behind a need or a call, first come first. */
export function SupportTable({
  locale,
  caption,
  amount,
  items,
}: {
  locale: Locale
  caption: string
  /** What the column of sums is called. */
  amount: string
  items: readonly NeedSupport[]
}) {
  const t = messages(locale).needs
  const { columns } = t
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className="table-scroll mt-3" aria-label={caption} tabIndex={0}>
        <table className="table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.organisation}</th>
              <th scope="col" className="number">
                {columns.population}
              </th>
              <th scope="col" className="number">
                {amount}
              </th>
              <th scope="col">{columns.note}</th>
              <th scope="col">{columns.since}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ organisation, amount: sum, note, since }) => (
              <tr key={organisation.key}>
                <th scope="row" className="font-normal">
                  <Link className="link" href={organisationPath(locale, organisation.key)}>
                    {organisation.name}
                  </Link>
                </th>
                <td className="number">
                  {organisation.population === null
                    ? '–'
                    : formatNumber(locale, organisation.population)}
                </td>
                <td className="number">{sum === null ? t.unsaid : formatEuros(locale, sum)}</td>
                <td className="min-w-40 whitespace-pre-line [overflow-wrap:anywhere]">{note}</td>
                <td className="whitespace-nowrap">{formatParisDay(locale, since)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {items.length >= MOST ? <p className="mt-2 text-muted">{t.tooMany}</p> : null}
      <p className="mt-2 text-[0.95rem] text-muted">{t.public}</p>
    </>
  )
}
