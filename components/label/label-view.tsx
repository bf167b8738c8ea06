import { formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criteriaPath, editionPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'
import { editionPhase } from '#lib/label/rules/edition-phase.ts'
import type { EditionCalendar } from '#lib/label/schema.ts'
import { datesInWords } from './edition-dates.ts'

export interface ShownEdition {
  year: number
  schemeName: Bilingual
  /** Of an edition that is run here. */
  here: EditionCalendar | null
  openedOn: string
  closedOn: string
  announcedOn: string
  ceremony: Bilingual
  candidates: number | null
  axes: ReadonlyArray<{ slug: string } & Bilingual>
  note: Bilingual
  documented: number
  sources: readonly Source[]
}

/** What the label is, and its editions with what is documented of each. */
export function LabelView({
  locale,
  editions,
  now,
}: {
  locale: Locale
  editions: readonly ShownEdition[]
  now: Date
}) {
  const { label: t, labelEditions: ours } = messages(locale)
  const here = editions.flatMap((edition) => edition.here ?? [])
  return (
    <>
      <h1>{t.heading}</h1>
      <p className="lead mt-3">{t.lead}</p>
      <p className="mt-3 max-w-prose">{t.scales}</p>
      <p className="panel mt-5 max-w-3xl bg-soft">{t.incomplete}</p>
      {here.length === 0 ? null : (
        <section aria-labelledby="here" className="mt-10">
          <h2 id="here">{ours.runHere}</h2>
          <p className="mt-2 max-w-prose">{ours.runHereLead}</p>
          <div className="mt-4 grid gap-4 md:grid-cols-2">
            {here.map((edition) => (
              <EditionHere key={edition.year} locale={locale} edition={edition} now={now} />
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="reference" className="mt-10">
        <h2 id="reference">{ours.reference.heading}</h2>
        <p className="mt-2 max-w-prose">{ours.reference.text}</p>
        <p className="mt-3">
          <Link className="button button-quiet" href={criteriaPath(locale, 'reference')}>
            {ours.reference.link}
          </Link>
        </p>
      </section>
      <p className="mt-4">
        <Link className="link" href={pathTo(locale, '/label/verifier')}>
          {messages(locale).badges.verify.title}
        </Link>
      </p>
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
                    <td>{edition.schemeName[locale]}</td>
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

/** An edition that is run here: where it stands, until when, and where to go. */
function EditionHere({
  locale,
  edition,
  now,
}: {
  locale: Locale
  edition: EditionCalendar
  now: Date
}) {
  const t = messages(locale).labelEditions
  const phase = editionPhase(edition, now)
  return (
    <article className="panel">
      <h3>
        <Link className="link" href={editionPath(locale, edition.year)}>
          {edition.year}
        </Link>{' '}
        <span className="tag">{t.phases[phase]}</span>
      </h3>
      {datesInWords(locale, edition, phase).map((sentence) => (
        <p key={sentence} className="mt-1">
          {sentence}
        </p>
      ))}
      <p className="mt-3">
        <Link className="link" href={criteriaPath(locale, String(edition.year))}>
          {t.criteriaOf(edition.year)}
        </Link>
      </p>
    </article>
  )
}
