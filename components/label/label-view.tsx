import { formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { editionPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'

export interface ShownEdition {
  year: number
  scheme: string
  openedOn: string
  closedOn: string
  announcedOn: string
  ceremony: Bilingual
  candidates: number | null
  axes: ReadonlyArray<{ slug: string } & Bilingual>
  note: Bilingual
  documented: number
  sources: readonly Source[]
  /** Its calendar, where its jury sits here. */
  here?: object | null
}

/** What the label is, and its editions with what is documented of each. */
export function LabelView({
  locale,
  editions,
}: {
  locale: Locale
  editions: readonly ShownEdition[]
}) {
  const t = messages(locale).label
  return (
    <>
      <h1>{t.heading}</h1>
      <p className="lead mt-3">{t.lead}</p>
      <p className="mt-3 max-w-prose">{t.scales}</p>
      <p className="panel mt-5 max-w-3xl bg-soft">{t.incomplete}</p>
      <section aria-labelledby="editions" className="mt-10">
        <h2 id="editions">{t.editions}</h2>
        {editions.length === 0 ? (
          <p className="mt-3">{t.noEdition}</p>
        ) : (
          <div className="table-scroll mt-4">
            <table className="table">
              <caption className="sr-only">{t.editionsCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.columns.edition}</th>
                  <th scope="col">{t.columns.scheme}</th>
                  <th scope="col">{t.columns.announced}</th>
                  <th scope="col" className="number">
                    {t.columns.candidates}
                  </th>
                  <th scope="col" className="number">
                    {t.columns.documented}
                  </th>
                </tr>
              </thead>
              <tbody>
                {editions.map((edition) => (
                  <tr key={edition.year}>
                    <th scope="row">
                      <Link className="link" href={editionPath(locale, edition.year)}>
                        {edition.year}
                      </Link>
                      <SourceMark locale={locale} sources={edition.sources} />
                    </th>
                    <td>{t.schemes[edition.scheme as keyof typeof t.schemes] ?? edition.scheme}</td>
                    <td>{formatDate(locale, edition.announcedOn)}</td>
                    <td className="number">
                      {edition.candidates === null
                        ? null
                        : formatNumber(locale, edition.candidates)}
                    </td>
                    <td className="number">{formatNumber(locale, edition.documented)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}
