import { colon, formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criteriaPath, organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Laureates, type PeopleByKey } from '#components/jury/laureates.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { SourceMark } from '#components/ui/source-mark.tsx'
import { editionPhase } from '#lib/label/rules/edition-phase.ts'
import type { ShownAward } from './award-list.tsx'
import { AwardMark } from './award-mark.tsx'
import { AwardPageLink } from './award-page-link.tsx'
import { datesInWords } from './edition-dates.ts'
import type { ShownEdition } from './label-view.tsx'

/** One edition: its scale, its calendar, and the laureates that documents attest. */
export function EditionView({
  locale,
  edition,
  awards,
  people,
  departements,
  now,
}: {
  locale: Locale
  edition: ShownEdition
  awards: readonly ShownAward[]
  people: PeopleByKey
  departements: ReadonlyArray<{ code: string; name: string }>
  now: Date
}) {
  const given = awards.filter((award) => award.given)
  const documented = awards.filter((award) => !award.given)
  const { label: t, labelEditions: ours } = messages(locale)
  const { here } = edition
  const phase = here && editionPhase(here, now)
  const dates = [
    [t.opened, formatDate(locale, edition.openedOn)],
    [t.closed, formatDate(locale, edition.closedOn)],
    [
      t.announced,
      [formatDate(locale, edition.announcedOn), edition.ceremony[locale]]
        .filter(Boolean)
        .join(', '),
    ],
  ].filter(([, date]) => date !== '')
  return (
    <>
      <Breadcrumb locale={locale} trail={[{ label: t.heading, href: pathTo(locale, '/label') }]} />
      <h1>{t.editionTitle(edition.year)}</h1>
      <div className="lead mt-2">
        {`${t.columns.scheme}${colon(locale)}${edition.schemeName[locale]}. `}
        {edition.candidates === null
          ? null
          : t.candidates(formatNumber(locale, edition.candidates))}
        <SourceMark locale={locale} sources={edition.sources} />
      </div>
      {here && phase ? (
        <div className="panel mt-4 max-w-3xl">
          <p>
            <span className="tag">{ours.phases[phase]}</span>
          </p>
          {datesInWords(locale, here, phase).map((sentence) => (
            <p key={sentence} className="mt-1">
              {sentence}
            </p>
          ))}
          <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
            <Link className="link" href={criteriaPath(locale, String(edition.year))}>
              {ours.criteriaOf(edition.year)}
            </Link>
            {phase === 'open' || phase === 'announced-opening' ? (
              <Link className="link" href={pathTo(locale, '/espace/label')}>
                {ours.apply}
              </Link>
            ) : null}
          </p>
        </div>
      ) : null}
      {edition.note[locale] ? (
        <p className="mt-3 max-w-prose text-muted">{edition.note[locale]}</p>
      ) : null}
      <div className="mt-6 grid gap-8 md:grid-cols-2">
        {dates.length === 0 ? null : (
          <section aria-labelledby="dates">
            <h2 id="dates" className="text-xl">
              {t.dates}
            </h2>
            <dl className="mt-2">
              {dates.map(([label, date]) => (
                <div key={label} className="flex gap-3">
                  <dt className="w-24 shrink-0 text-muted">{label}</dt>
                  <dd>{date}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {edition.axes.length === 0 ? null : (
          <section aria-labelledby="axes">
            <h2 id="axes" className="text-xl">
              {t.axes}
            </h2>
            <ul className="mt-2 list-disc pl-5">
              {edition.axes.map((axis) => (
                <li key={axis.slug}>{axis[locale]}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <Laureates
        locale={locale}
        year={edition.year}
        awards={given}
        people={people}
        departements={departements}
      />
      {edition.here && documented.length === 0 ? null : (
        <section aria-labelledby="laureates" className="mt-10">
          <h2 id="laureates">{t.laureates(edition.year)}</h2>
          <p className="mt-2 mb-4 text-muted">
            {documented.length === 0 ? t.noLaureate : null} {t.incomplete}
          </p>
          {documented.length === 0 ? null : (
            <div className="table-scroll">
              <table className="table">
                <caption className="sr-only">{t.laureates(edition.year)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.columns.laureate}</th>
                    <th scope="col">{t.columns.result}</th>
                  </tr>
                </thead>
                <tbody>
                  {documented.map((award) => (
                    <tr key={`${award.name}${award.source.url}`}>
                      <th scope="row">
                        <Laureate locale={locale} award={award} />
                      </th>
                      <td>
                        <AwardMark locale={locale} award={award} />
                        <SourceMark locale={locale} sources={[award.source]} />
                        {award.mentions.map((mention) => (
                          <span key={mention.fr} className="block text-muted">
                            {t.mention + colon(locale) + mention[locale]}
                          </span>
                        ))}
                        {award.note[locale] ? (
                          <span className="block max-w-prose text-[0.95rem] text-muted">
                            {award.note[locale]}
                          </span>
                        ) : null}
                        <AwardPageLink locale={locale} award={award} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
    </>
  )
}

function Laureate({ locale, award }: { locale: Locale; award: ShownAward }) {
  if (!award.organisation) return award.name
  const { key, name, departement } = award.organisation
  return (
    <>
      <Link className="link" href={organisationPath(locale, key)}>
        {name}
      </Link>
      {departement ? ` (${departement})` : null}
      {name === award.name ? null : (
        <span className="block font-normal text-[0.95rem] text-muted">
          {messages(locale).label.printed(award.name)}
        </span>
      )}
    </>
  )
}
