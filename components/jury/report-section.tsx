import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { isWithItsJury, type ShownEditionFiles } from './shown-edition-files.ts'

/** A conflict of interest that memberships do not show, said by the organiser. */
export function ReportSection({
  locale,
  shown,
  address,
  action,
}: {
  locale: Locale
  shown: ShownEditionFiles
  address: string
  action: FormAction<string>
}) {
  const t = messages(locale)
  const text = t.jury.report
  const names = new Map(shown.jurors.map(({ userId, name, email }) => [userId, name || email]))
  const seats = shown.files.filter(isWithItsJury).flatMap((file) =>
    file.seats
      .filter(({ barred }) => !barred)
      .map(({ userId }) => ({
        value: `${file.applicationId} ${userId}`,
        label: text.seatOf(names.get(userId) ?? '', file.organisation.name),
      })),
  )
  if (seats.length === 0) return null
  return (
    <section aria-labelledby="report" className="mt-10 max-w-2xl">
      <h2 id="report" className="text-xl">
        {text.heading}
      </h2>
      <p className="mt-2 mb-4">{text.text}</p>
      <FieldsForm
        id="report-form"
        action={action}
        address={address}
        hidden={{ locale, year: String(shown.edition.year) }}
        fields={[
          {
            name: 'seat',
            label: text.seat,
            hint: text.seatHint,
            kind: 'choice',
            value: '',
            choices: [{ value: '', label: t.jury.decision.choose }, ...seats],
          },
          { name: 'reason', label: text.reason, hint: text.reasonHint, kind: 'text' },
        ]}
        texts={formTexts(t, text.submit)}
        faults={t.jury.faults}
        quiet
      />
    </section>
  )
}
