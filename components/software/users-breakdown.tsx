import { TrustParts, trustWords } from '#components/adoptions/trust-bar.tsx'
import { colon, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { usersPath } from '#components/i18n/paths.ts'
import { DepartementMap } from '#components/map/departement-map.tsx'
import { Link } from '#components/ui/link.tsx'
import { NO_PLACE, NO_YEAR, type TrustCount } from '#lib/adoptions/schema.ts'

type Counts = Readonly<Record<string, TrustCount>>
export type UserFigures = Readonly<
  Record<'departement' | 'region' | 'kind' | 'size' | 'year' | 'state', Counts>
>

/** Who uses a software: the map with its table, then by state, kind, size, région and year. */
export function UsersBreakdown({
  locale,
  slug,
  name,
  users,
  territories,
}: {
  locale: Locale
  slug: string
  name: string
  users: UserFigures
  territories: {
    regions: ReadonlyArray<{ code: string; name: string }>
    departements: ReadonlyArray<{ code: string; name: string }>
  }
}) {
  const t = messages(locale)
  const regions = Object.fromEntries(territories.regions.map((r) => [r.code, r.name]))
  const kinds = t.common.kinds as Readonly<Record<string, { many: string }>>
  const states = t.common.states as Readonly<Record<string, string>>
  const sizes = t.common.sizes as Readonly<Record<string, string>>
  return (
    <div className="mt-8 grid gap-10 lg:grid-cols-2">
      <div>
        <h3 className="mb-3">{t.software.byDepartement}</h3>
        <DepartementMap
          locale={locale}
          software={{ slug, name }}
          users={users.departement}
          departements={territories.departements}
        />
      </div>
      <div className="grid content-start gap-6">
        <CountTable
          locale={locale}
          title={t.reads.byState}
          counts={users.state}
          order={['production', 'pilot']}
          label={(value) => states[value] ?? value}
          href={(value) => usersPath(locale, slug, { etat: value })}
          inWords
        />
        <CountTable
          locale={locale}
          title={t.software.byKind}
          counts={users.kind}
          label={(value) => kinds[value]?.many ?? value}
          href={(value) => usersPath(locale, slug, { type: value })}
        />
        <CountTable
          locale={locale}
          title={t.software.bySize}
          counts={users.size}
          order={Object.keys(sizes)}
          label={(value) => sizes[value] ?? value}
          href={(value) => usersPath(locale, slug, { taille: value })}
        />
        <CountTable
          locale={locale}
          title={t.software.byRegion}
          counts={users.region}
          label={(value) => regions[value] ?? t.map.elsewhere}
          href={(value) => usersPath(locale, slug, { region: value || NO_PLACE })}
        />
        <CountTable
          locale={locale}
          title={t.reads.byYear}
          counts={users.year}
          order={Object.keys(users.year).sort().reverse()}
          label={(value) => value || t.reads.noYear}
          href={(value) => usersPath(locale, slug, { annee: value || NO_YEAR })}
        />
      </div>
    </div>
  )
}

/** Counts by one dimension, each with a length that the eye compares; the words say the same. */
function CountTable({
  locale,
  title,
  counts,
  order,
  label,
  href,
  inWords = false,
}: {
  locale: Locale
  title: string
  counts: Counts
  order?: readonly string[]
  label: (value: string) => string
  href: (value: string) => string
  /** Whether whose word it is stands in words, too, for few rows. */
  inWords?: boolean
}) {
  const t = messages(locale).adoptions.columns
  const rows = Object.entries(counts).sort(([a, x], [b, y]) =>
    order ? order.indexOf(a) - order.indexOf(b) : y.total - x.total,
  )
  const most = Math.max(...rows.map(([, count]) => count.total), 1)
  return (
    <details open={rows.length <= 9}>
      <summary className="min-h-6 font-semibold">{title}</summary>
      <table className="mt-2 w-full">
        <caption className="sr-only">{title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t.count}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([value, count]) => (
            <tr key={value} className="border-line border-t">
              <th scope="row" className="py-1 pr-3 font-normal">
                <Link className="link" href={href(value)}>
                  {label(value)}
                </Link>
              </th>
              <td className="w-2/5 py-1">
                <span className="flex items-center gap-2">
                  <span
                    aria-hidden="true"
                    className="flex h-2.5 overflow-hidden rounded-sm"
                    style={{ width: `${Math.max(2, (70 * count.total) / most)}%` }}
                  >
                    <TrustParts use={count} />
                  </span>
                  {formatNumber(locale, count.total)}
                  <span className="sr-only">
                    {colon(locale)}
                    {inWords ? null : trustWords(locale, count)}
                  </span>
                </span>
                {inWords ? (
                  <span className="block text-[0.95rem] text-muted">
                    {trustWords(locale, count)}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
