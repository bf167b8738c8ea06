import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { OrganisationKind } from '#lib/organisations/schema.ts'

export interface ShownOrganisation {
  id: number
  key: string
  name: string
  kind: OrganisationKind
  form: string
  departement: string
  population: number | null
  software: number
  foundAs: string | null
}

/** Kind of an organisation in words, its legal form where it has one. */
export function kindWords(
  locale: Locale,
  { kind, form }: { kind: OrganisationKind; form: string },
): string {
  const t = messages(locale).common
  return (t.forms as Readonly<Record<string, string>>)[form] ?? t.kinds[kind].one
}

export function OrganisationTable({
  locale,
  caption,
  items,
}: {
  locale: Locale
  caption: string
  items: readonly ShownOrganisation[]
}) {
  const t = messages(locale).organisations
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.kind}</th>
            <th scope="col">{t.columns.departement}</th>
            <th scope="col" className="number">
              {t.columns.population}
            </th>
            <th scope="col" className="number">
              {t.columns.software}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Link className="link" href={organisationPath(locale, item.key)}>
                  {item.name}
                </Link>
                {item.foundAs ? (
                  <span className="block font-normal text-[0.95rem] text-muted">
                    {t.foundAs(item.foundAs)}
                  </span>
                ) : null}
              </th>
              <td>{kindWords(locale, item)}</td>
              <td>{item.departement}</td>
              <td className="number">
                {item.population === null ? null : formatNumber(locale, item.population)}
              </td>
              <td className="number">{formatNumber(locale, item.software)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
