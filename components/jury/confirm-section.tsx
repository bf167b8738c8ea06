import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { isWithItsJury, type ShownEditionFiles } from './shown-edition-files.ts'

/** The results of an edition: what is missing, and the one act that lets them be announced. */
export function ConfirmSection({
  locale,
  shown,
  now,
  address,
  confirm,
  reopen,
}: {
  locale: Locale
  shown: ShownEditionFiles
  now: string
  address: string
  confirm: FormAction<string>
  reopen: FormAction<string>
}) {
  const t = messages(locale)
  const text = t.jury.confirm
  const { edition, confirmedAt, files } = shown
  const left = files.filter(isWithItsJury).length
  const told = files.some(({ state }) => state === 'announced' || state === 'published')
  const decided = told || files.some(({ state }) => state === 'deliberated')
  const late = edition.announcesAt !== '' && edition.announcesAt <= now
  const hidden = { locale, year: String(edition.year) }
  return (
    <section aria-labelledby="confirm" className="mt-10 max-w-3xl">
      <h2 id="confirm" className="text-xl">
        {text.heading}
      </h2>
      <p className="mt-2 max-w-prose">
        {confirmedAt === '' ? text.lead : text.confirmedOn(formatMoment(locale, confirmedAt))}
      </p>
      {late && confirmedAt === '' && decided ? (
        <p className="panel mt-4 border-danger font-semibold">{text.late}</p>
      ) : null}
      {left > 0 ? (
        <p className="panel mt-4 bg-soft">
          <strong>{`${counted(locale, left, text.left.one, text.left.many)}. `}</strong>
          {late ? text.lateLeft : text.leftText}
        </p>
      ) : null}
      {!decided ? <p className="mt-4">{text.nothing}</p> : null}
      {decided && confirmedAt === '' ? (
        <div className="mt-4">
          <FieldsForm
            id="confirm-form"
            action={confirm}
            address={address}
            hidden={hidden}
            fields={
              left === 0
                ? []
                : [
                    {
                      name: 'without',
                      label: text.without,
                      hint: text.leftText,
                      kind: 'choice',
                      value: '',
                      choices: [
                        { value: '', label: t.jury.file.no },
                        { value: 'oui', label: t.jury.file.yes },
                      ],
                    },
                  ]
            }
            texts={formTexts(t, text.submit)}
          />
        </div>
      ) : null}
      {confirmedAt !== '' && !told ? (
        <div className="mt-4">
          <FieldsForm
            id="reopen-form"
            action={reopen}
            address={address}
            hidden={hidden}
            texts={formTexts(t, text.reopen)}
            quiet
          />
        </div>
      ) : null}
    </section>
  )
}
