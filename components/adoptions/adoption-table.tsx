import { useId } from 'react'
import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceButton, SourceCard } from '#components/ui/source-mark.tsx'
import { reportedWords } from './adoption-line.tsx'
import { AdoptionUse } from './adoption-use.tsx'
import type { ShownAdoption } from './shown-adoption.ts'

/**
 * Adoptions as rows, seen from one side.
 * @param of what a row names: the organisations of a software, or the software of an organisation.
 */
export function AdoptionTable({
  locale,
  caption,
  items,
  of,
  relay = false,
}: {
  locale: Locale
  caption: string
  items: readonly ShownAdoption[]
  of: 'organisation' | 'software'
  /** Whether anyone can sign in, and so write to those who accept it. */
  relay?: boolean
}) {
  const t = messages(locale)
  const c = t.adoptions.columns
  const table = useId()
  // Rows that one document attests share its card: fifty of the same would only weigh.
  const cards = new Map<string, { id: string; source: Source }>()
  for (const { source } of items) {
    if (source && !cards.has(keyOf(source))) {
      cards.set(keyOf(source), { id: `${table}${cards.size}`, source })
    }
  }
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{of === 'organisation' ? c.organisation : c.software}</th>
            {of === 'organisation' ? (
              <>
                <th scope="col" className="hidden sm:table-cell">
                  {c.departement}
                </th>
                <th scope="col" className="number hidden sm:table-cell">
                  {c.population}
                </th>
              </>
            ) : null}
            <th scope="col">{c.use}</th>
            <th scope="col">{c.trust}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr
              key={item.id}
              // What is said elsewhere of an organisation leads to its row.
              id={of === 'software' ? `logiciel-${item.software.slug}` : undefined}
            >
              <th scope="row" className="min-w-36">
                {of === 'organisation' ? (
                  <>
                    <Link className="link" href={organisationPath(locale, item.organisation.key)}>
                      {item.organisation.name}
                    </Link>
                    <span className="block font-normal text-[0.95rem] text-muted sm:hidden">
                      {placeWords(locale, item.organisation)}
                    </span>
                  </>
                ) : (
                  <Link className="link" href={softwarePath(locale, item.software.slug)}>
                    {item.software.name}
                  </Link>
                )}
              </th>
              {of === 'organisation' ? (
                <>
                  <td className="hidden sm:table-cell">{item.organisation.departement}</td>
                  <td className="number hidden sm:table-cell">
                    {item.organisation.population === null
                      ? null
                      : formatNumber(locale, item.organisation.population)}
                  </td>
                </>
              ) : null}
              <td className="min-w-52">
                <AdoptionUse locale={locale} item={item} relay={relay} />
              </td>
              <td className="min-w-36 lg:w-56">
                {t.common.trust[item.trust].one}
                {item.reporter && item.trust === 'reported' ? (
                  <>
                    {` ${t.reads.detail.by} `}
                    <Link className="link" href={organisationPath(locale, item.reporter.key)}>
                      {item.reporter.name}
                    </Link>
                  </>
                ) : null}
                {item.source ? (
                  <SourceButton
                    locale={locale}
                    sources={[item.source]}
                    card={cards.get(keyOf(item.source))?.id ?? ''}
                  />
                ) : null}
                {item.reportedOn ? (
                  <span className="block text-[0.95rem] text-muted">
                    {reportedWords(locale, item.reportedOn, item.source !== null)}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {[...cards.values()].map(({ id, source }) => (
        <SourceCard key={id} id={id} locale={locale} sources={[source]} />
      ))}
    </div>
  )
}

const keyOf = ({ url, title, date }: Source) => `${url} ${title} ${date}`

/** Département and inhabitants in one line, where a phone has no room for their columns. */
function placeWords(locale: Locale, place: ShownAdoption['organisation']): string {
  const people =
    place.population === null
      ? ''
      : messages(locale).common.inhabitants(formatNumber(locale, place.population))
  return [place.departement, people].filter(Boolean).join(' · ')
}
