import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import { reportedWords } from './adoption-line.tsx'
import type { AdoptionFormAction } from './use-adoption-form.tsx'

export interface ShownWaiting {
  id: number
  revision: number
  software: { slug: string; name: string }
  state: AdoptionState
  trust: AdoptionTrust
  reportedOn: string
}

/** What waits for the word of an organisation, with a button a line. */
export function WaitingTable({
  locale,
  space,
  action,
  address,
}: {
  locale: Locale
  space: {
    id: number
    key: string
    name: string
    member: boolean
    waiting: readonly ShownWaiting[]
  }
  action: AdoptionFormAction
  address: string
}) {
  const t = messages(locale)
  const { space: s, adoptions } = t
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{s.waiting}</caption>
        <thead>
          <tr>
            <th scope="col">{adoptions.columns.software}</th>
            <th scope="col" className="hidden sm:table-cell">
              {adoptions.columns.use}
            </th>
            <th scope="col">
              <span className="sr-only">{s.confirm}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {space.waiting.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Link className="link" href={softwarePath(locale, item.software.slug)}>
                  {item.software.name}
                </Link>
                {/* On a phone the name and the use share a column. */}
                <span className="mt-1 block font-normal sm:hidden">
                  <Use locale={locale} item={item} />
                </span>
              </th>
              <td className="hidden sm:table-cell">
                <Use locale={locale} item={item} />
              </td>
              <td>
                {space.member ? (
                  <FieldsForm
                    id={`confirm-${item.id}`}
                    action={action}
                    address={address}
                    hidden={{
                      locale,
                      organisation: String(space.id),
                      key: space.key,
                      adoptions: `${item.id}.${item.revision}`,
                    }}
                    texts={formTexts(t, s.confirm, s.confirmFailed)}
                    signIn={{ href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn }}
                    buttonLabel={s.confirmOne(item.software.name)}
                    quiet
                  />
                ) : null}
                <Link
                  className="link inline-block min-h-6 pt-2"
                  href={pathTo(
                    locale,
                    `/espace/collectivites/${space.key}/utilisations/${item.id}`,
                  )}
                  aria-label={s.openOne(item.software.name)}
                >
                  {s.open}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Use({ locale, item }: { locale: Locale; item: ShownWaiting }) {
  const { common } = messages(locale)
  return (
    <>
      {common.states[item.state]}, {common.trust[item.trust].one}
      {item.reportedOn ? (
        <span className="block text-[0.95rem] text-muted">
          {reportedWords(locale, item.reportedOn, item.trust === 'reported')}
        </span>
      ) : null}
    </>
  )
}
