import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/** How the service is, for the one who runs it. */
export function HealthView({
  locale,
  health,
}: {
  locale: Locale
  health: {
    dataset: 'real' | 'demo' | 'bench'
    software: number
    organisations: number
    uses: number
    search: { engine: string; outbox: number }
  }
}) {
  const t = messages(locale).health
  const n = (value: number) => formatNumber(locale, value)
  const rows = [
    [t.rows.dataset, t.datasets[health.dataset]],
    [t.rows.software, n(health.software)],
    [t.rows.organisations, n(health.organisations)],
    [t.rows.uses, n(health.uses)],
    [t.rows.engine, health.search.engine],
    [t.rows.outbox, n(health.search.outbox)],
  ] as const
  return (
    <>
      <h1>{t.title}</h1>
      <p className="lead mt-3">{t.ok}</p>
      <table className="table mt-6 max-w-xl">
        <caption>{t.caption}</caption>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
