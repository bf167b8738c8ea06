import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, providerPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ServiceKind } from '#lib/providers/schema.ts'
import { serviceWords } from './provider-words.ts'

export interface ShownReference {
  id: number
  organisation: { key: string; name: string; departement: string }
  software: { slug: string; name: string }
  kinds: readonly ServiceKind[]
  since: string
  confirmedOn: string
  /** On an organisation's page. */
  provider?: { slug: string; name: string }
}

/** Confirmed references as rows, seen from the provider or from the organisation. */
export function ReferenceTable({
  locale,
  caption,
  items,
}: {
  locale: Locale
  caption: string
  items: readonly ShownReference[]
}) {
  const c = messages(locale).providers.columns
  const ofOrganisation = items.some(({ provider }) => provider)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
    <section className="table-scroll mt-4" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{ofOrganisation ? c.provider : c.organisation}</th>
            <th scope="col">{c.software}</th>
            <th scope="col">{c.services}</th>
            <th scope="col">{c.since}</th>
            <th scope="col">{c.confirmedOn}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, organisation, provider, software, kinds, since, confirmedOn }) => (
            <tr key={id}>
              <th scope="row" className="min-w-36">
                {provider ? (
                  <Link className="link" href={providerPath(locale, provider.slug)}>
                    {provider.name}
                  </Link>
                ) : (
                  <>
                    <Link className="link" href={organisationPath(locale, organisation.key)}>
                      {organisation.name}
                    </Link>
                    {organisation.departement ? ` (${organisation.departement})` : null}
                  </>
                )}
              </th>
              <td>
                <Link className="link" href={softwarePath(locale, software.slug)}>
                  {software.name}
                </Link>
              </td>
              <td>{serviceWords(locale, kinds)}</td>
              <td>{since}</td>
              <td className="whitespace-nowrap">{formatDate(locale, confirmedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
