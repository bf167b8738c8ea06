import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { usersPath } from '#components/i18n/paths.ts'
import { DepartementMap } from '#components/map/departement-map.tsx'
import { Link } from '#components/ui/link.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'

type Counts = Readonly<Record<string, TrustCount>>
export type UserFigures = Readonly<Record<'departement' | 'region' | 'kind' | 'size', Counts>>

/** Who uses a software: the map with its table, then by kind, size and région. */
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
          href={(value) => usersPath(locale, slug, { region: value })}
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
}: {
  locale: Locale
  title: string
  counts: Counts
  order?: readonly string[]
  label: (value: string) => string
  href: (value: string) => string
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
                    className="inline-block h-2.5 rounded-sm bg-accent"
                    style={{ width: `${Math.max(2, (70 * count.total) / most)}%` }}
                  />
                  {formatNumber(locale, count.total)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
