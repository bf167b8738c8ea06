import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criterionPath, organisationPath } from '#components/i18n/paths.ts'
import { kindWords } from '#components/organisations/organisation-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { ORGANISATION_KINDS, type OrganisationKind } from '#lib/organisations/schema.ts'
import type { ShownCriterionPage } from './criterion-view.tsx'

export interface ShownBackers {
  filters: { departement?: string | undefined; type?: OrganisationKind | undefined }
  total: number
  page: number
  pages: number
  items: ReadonlyArray<{
    key: string
    name: string
    kind: OrganisationKind
    form: string
    departement: string
    items: number
  }>
  /** Départements that have such organisations. */
  departements: ReadonlyArray<{ code: string; name: string; n: number }>
}

/** The organisations that have something public behind a criterion. */
export function BackerList({
  locale,
  item,
  backers,
}: {
  locale: Locale
  item: ShownCriterionPage
  backers: ShownBackers
}) {
  const { labelProgress, common, organisations } = messages(locale)
  const t = labelProgress.criterion
  const { filters, total, page, pages, items, departements } = backers
  const address = criterionPath(locale, item.grid.key, item.criterion.slug)
  return (
    <section aria-labelledby="backers" className="mt-10">
      <h2 id="backers">{t.backers}</h2>
      <p className="mt-2 max-w-prose text-muted">{t.backersLead}</p>
      <form
        action={`${address}#backers`}
        className="no-print mt-4 grid max-w-3xl gap-4 md:grid-cols-3"
      >
        <SelectField
          id="backer-departement"
          name="departement"
          label={t.departement}
          value={filters.departement}
          all={t.every}
          options={departements.map(({ code, name, n }) => ({
            value: code,
            label: `${code} ${name} (${formatNumber(locale, n)})`,
          }))}
        />
        <SelectField
          id="backer-kind"
          name="type"
          label={t.kind}
          value={filters.type}
          all={t.every}
          options={ORGANISATION_KINDS.map((value) => ({
            value,
            label: common.kinds[value].many,
          }))}
        />
        <div className="self-end">
          <button type="submit" className="button">
            {t.filter}
          </button>
        </div>
      </form>
      <p className="mt-4 mb-3 font-semibold">
        {counted(locale, total, t.backersFound.one, t.backersFound.many)}
      </p>
      {total === 0 ? (
        <p>{t.backersNone}</p>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <caption className="sr-only">{t.backersCaption(item.criterion.label[locale])}</caption>
            <thead>
              <tr>
                <th scope="col">{organisations.columns.name}</th>
                <th scope="col">{organisations.columns.kind}</th>
                <th scope="col">{organisations.columns.departement}</th>
                <th scope="col" className="number">
                  {t.behind}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    <Link className="link" href={organisationPath(locale, row.key)}>
                      {row.name}
                    </Link>
                  </th>
                  <td>{kindWords(locale, row)}</td>
                  <td>{row.departement}</td>
                  <td className="number">
                    {counted(locale, row.items, t.items.one, t.items.many)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(to) =>
          `${criterionPath(locale, item.grid.key, item.criterion.slug, { ...filters, page: to })}#backers`
        }
      />
    </section>
  )
}
