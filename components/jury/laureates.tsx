import { colon, counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import type { ShownAward } from '#components/label/award-list.tsx'
import { AwardMark } from '#components/label/award-mark.tsx'
import { AwardPageLink } from '#components/label/award-page-link.tsx'
import { FranceMap } from '#components/map/france-map.tsx'
import { MapTable } from '#components/map/map-table.tsx'
import { Link } from '#components/ui/link.tsx'

interface NamedPerson {
  name: string
  office: string
}

/** Names of the two people by key of the organisation, where they agreed to be named. */
export type PeopleByKey = ReadonlyMap<string, { responsible: NamedPerson; elected: NamedPerson }>

/** The laureates of an edition whose jury sat here: on the map, and in a table with what each was given. */
export function Laureates({
  locale,
  year,
  awards,
  people,
  departements,
}: {
  locale: Locale
  year: number
  /** Those given here alone: documented ones are never counted. */
  awards: readonly ShownAward[]
  people: PeopleByKey
  departements: ReadonlyArray<{ code: string; name: string }>
}) {
  const text = messages(locale).jury.laureates
  if (awards.length === 0) return null
  const names = Object.fromEntries(departements.map(({ code, name }) => [code, name]))
  const values: Record<string, number> = {}
  for (const { organisation } of awards) {
    const code = organisation?.departement ?? ''
    values[code] = (values[code] ?? 0) + 1
  }
  const label = text.mapLabel(year)
  return (
    <section aria-labelledby="given" className="mt-10">
      <h2 id="given">{text.heading(year)}</h2>
      <p className="mt-2 mb-4">
        {`${counted(locale, awards.length, text.lead.one, text.lead.many)}.`}
      </p>
      <div className="grid gap-8 lg:grid-cols-[2fr_3fr]">
        <div className="min-w-0">
          <FranceMap locale={locale} label={label} values={values} names={names} />
          <MapTable
            locale={locale}
            caption={label}
            rows={Object.entries(values).map(([code, value]) => ({
              code,
              name: names[code] ?? '',
              value,
              href: '',
            }))}
          />
        </div>
        <div className="table-scroll min-w-0 self-start">
          <table className="table">
            <caption className="sr-only">{text.heading(year)}</caption>
            <thead>
              <tr>
                <th scope="col">{messages(locale).label.columns.laureate}</th>
                <th scope="col">{messages(locale).label.columns.result}</th>
              </tr>
            </thead>
            <tbody>
              {awards.map((award) => (
                <LaureateRow
                  key={award.name + (award.organisation?.key ?? '')}
                  locale={locale}
                  award={award}
                  people={people.get(award.organisation?.key ?? '')}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  )
}

function LaureateRow({
  locale,
  award,
  people,
}: {
  locale: Locale
  award: ShownAward
  people: { responsible: NamedPerson; elected: NamedPerson } | undefined
}) {
  const t = messages(locale)
  const { organisation } = award
  const named = people ? [people.elected, people.responsible] : []
  return (
    <tr>
      <th scope="row">
        {organisation ? (
          <>
            <Link className="link" href={organisationPath(locale, organisation.key)}>
              {organisation.name}
            </Link>
            {organisation.departement === '' ? null : ` (${organisation.departement})`}
          </>
        ) : (
          award.name
        )}
        {named.length === 0 ? null : (
          <span className="block font-normal text-[0.95rem] text-muted">
            {t.jury.laureates.people + colon(locale)}
            {named.map(({ name, office }) => (office ? `${name} (${office})` : name)).join(', ')}
          </span>
        )}
      </th>
      <td>
        <AwardMark locale={locale} award={award} />
        {award.mentions.map((mention) => (
          <span key={mention.fr} className="block text-muted">
            {t.label.mention + colon(locale) + mention[locale]}
          </span>
        ))}
        <AwardPageLink locale={locale} award={award} />
      </td>
    </tr>
  )
}
