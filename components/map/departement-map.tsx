import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { usersPath } from '#components/i18n/paths.ts'
import { NO_PLACE, type TrustCount } from '#lib/adoptions/schema.ts'
import { FranceMap } from './france-map.tsx'
import { MapTable } from './map-table.tsx'

/** Where the users of a software are: the map by département and the table that says the same. */
export function DepartementMap({
  locale,
  software,
  users,
  departements,
}: {
  locale: Locale
  software: { slug: string; name: string }
  users: Readonly<Record<string, TrustCount>>
  departements: ReadonlyArray<{ code: string; name: string }>
}) {
  const label = messages(locale).software.mapLabel(software.name)
  const names = Object.fromEntries(departements.map((d) => [d.code, d.name]))
  const totals = Object.fromEntries(
    Object.entries(users).map(([code, count]) => [code, count.total]),
  )
  return (
    <>
      <FranceMap locale={locale} label={label} values={totals} names={names} />
      <MapTable
        locale={locale}
        caption={label}
        rows={Object.entries(totals).map(([code, value]) => ({
          code,
          name: names[code] ?? '',
          value,
          href: usersPath(locale, software.slug, { departement: code || NO_PLACE }),
        }))}
      />
    </>
  )
}
