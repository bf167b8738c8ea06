import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { dossierPath, type ShownDossier, type ShownPlace } from './shown-dossier.ts'

/** The last steps of a dossier: the word of the élu, the submission, and the way out. */
export function Sending({
  locale,
  place,
  dossier,
  action,
}: {
  locale: Locale
  place: ShownPlace
  dossier: ShownDossier
  action: FormAction<string>
}) {
  const all = messages(locale)
  const t = all.dossier
  const { row, missing, sendable, withdrawable, sent, history } = dossier
  const { validation, submission, withdraw } = t
  const open = ['draft', 'validated', 'more-requested'].includes(row.state) && sendable
  const asks = missing.every(({ what }) => what === 'validation') && row.validatedAt === ''
  const asked = history.some(({ kind }) => kind === 'validation-asked')
  const step = (geste: string, label: string, quiet = false) => (
    <FieldsForm
      id={`step-${geste}`}
      action={action}
      address={dossierPath(locale, place)}
      hidden={{
        ...{ locale, geste, key: place.organisation.key, grille: place.grid.key },
        dossier: String(row.id),
      }}
      texts={formTexts(all, label)}
      quiet={quiet}
    />
  )
  return (
    <>
      <section aria-labelledby="validation" className="grid gap-2">
        <h2 id="validation">{validation.title}</h2>
        {row.validatedAt ? (
          <p>{validation.done(row.electedName, formatMoment(locale, row.validatedAt))}</p>
        ) : (
          <p className="max-w-prose">{validation.text}</p>
        )}
        {open && asks ? step('valider', asked ? validation.askAgain : validation.ask) : null}
        {open && !asks && row.validatedAt === '' ? <p>{validation.needs}</p> : null}
      </section>
      <section aria-labelledby="submission" className="grid gap-2">
        <h2 id="submission">{submission.title}</h2>
        {sent ? (
          <p>
            {submission.sent(formatMoment(locale, sent.at))} {submission.hash}{' '}
            <code className="break-all">{sent.sha256}</code>
          </p>
        ) : null}
        {open ? <p className="max-w-prose">{submission.text}</p> : null}
        {open && missing.length === 0 ? step('deposer', submission.submit) : null}
        {open && missing.length > 0 ? <p>{submission.later}</p> : null}
      </section>
      {withdrawable ? (
        <details className="rounded-lg border border-line p-4">
          <summary className="font-semibold">{withdraw.title}</summary>
          <p className="my-2">{withdraw.text}</p>
          {step('retirer', withdraw.submit, true)}
        </details>
      ) : null}
    </>
  )
}
