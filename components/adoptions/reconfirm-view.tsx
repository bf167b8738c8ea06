import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { AdoptionState } from '#lib/adoptions/schema.ts'
import type { AdoptionFormAction } from './use-adoption-form.tsx'

export interface ShownAsked {
  use: 'reconfirm' | 'confirm-reported'
  organisation: { key: string; name: string }
  lines: ReadonlyArray<{
    software: string
    state: AdoptionState
    standing: 'waiting' | 'done' | 'changed'
  }>
}

/** The page that a link of a mail opens: what it asks, and one button. */
export function ReconfirmView({
  locale,
  asked,
  token,
  action,
  justDone,
}: {
  locale: Locale
  /** Or why the link is of no use. */
  asked: ShownAsked | 'expired' | 'forged'
  token: string
  action: AdoptionFormAction
  /** Whether it was confirmed a moment ago. */
  justDone: boolean
}) {
  const all = messages(locale)
  const { reconfirm: t, common, adoptions } = all
  const signInTo = (path: string) => pathTo(locale, '/connexion', { suite: pathTo(locale, path) })
  if (typeof asked === 'string') {
    return (
      <div className="grid max-w-3xl gap-6">
        <h1>{t[asked]}</h1>
        <p className="max-w-prose">{t[`${asked}Text`]}</p>
        <p>
          <Link className="button" href={signInTo('/espace')}>
            {t.signIn}
          </Link>
        </p>
      </div>
    )
  }
  const { organisation, lines, use } = asked
  const waits = lines.some(({ standing }) => standing === 'waiting')
  const done = lines.some(({ standing }) => standing === 'done')
  const question = use === 'reconfirm' ? t.still : t.right
  const heading = waits
    ? question(organisation.name)
    : !done
      ? t.nothingLeft
      : justDone
        ? t.done
        : t.doneAlready
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{heading}</h1>
      {waits || !done ? null : <p className="max-w-prose">{t.doneText}</p>}
      <div className="table-scroll">
        <table className="table">
          <caption className="sr-only">{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{adoptions.columns.software}</th>
              <th scope="col">{adoptions.columns.use}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.software}>
                <th scope="row">{line.software}</th>
                <td>
                  {common.states[line.state]}, {t.standing[line.standing]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {waits ? (
        <FieldsForm
          id="reconfirm"
          action={action}
          address={pathTo(locale, '/reconfirmer', { jeton: token })}
          hidden={{ locale, jeton: token }}
          texts={formTexts(all, use === 'reconfirm' ? t.yesStill : t.yesRight, t.wrong)}
        />
      ) : null}
      <p>
        <Link className="link" href={signInTo(`/espace/collectivites/${organisation.key}`)}>
          {t.no}
        </Link>
      </p>
    </div>
  )
}
