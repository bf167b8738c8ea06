import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { ShownEditionFiles } from './shown-edition-files.ts'

/** What the jury still needs of a candidate, asked by the organiser. */
export function MoreSection({
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
  const text = t.jury.more
  const files = shown.files.filter(
    ({ state, barredToMe }) => !barredToMe && (state === 'submitted' || state === 'examining'),
  )
  if (files.length === 0) return null
  return (
    <section aria-labelledby="more" className="mt-10 max-w-2xl">
      <h2 id="more" className="text-xl">
        {text.heading}
      </h2>
      <p className="mt-2 mb-4">{text.text}</p>
      <FieldsForm
        id="more-form"
        action={action}
        address={address}
        hidden={{ locale, year: String(shown.edition.year) }}
        fields={[
          {
            name: 'application',
            label: text.application,
            hint: text.applicationHint,
            kind: 'choice',
            value: '',
            choices: [
              { value: '', label: t.jury.decision.choose },
              ...files.map(({ applicationId, organisation }) => ({
                value: String(applicationId),
                label: organisation.name,
              })),
            ],
          },
          { name: 'what', label: text.what, hint: text.whatHint, kind: 'lines' },
          { name: 'until', label: text.until, hint: text.untilHint, kind: 'text' },
        ]}
        texts={formTexts(t, text.submit)}
        faults={text.faults}
        quiet
      />
    </section>
  )
}
