import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { Mine } from './need-forms.ts'

/** Those of one's organisations that have joined, each with the way out. */
export function JoinedList({
  locale,
  mine,
  said,
  leaveLabel,
  action,
  address,
  hidden,
  stays,
}: {
  locale: Locale
  mine: readonly Mine[]
  said: (name: string) => string
  leaveLabel: (name: string) => string
  action: FormAction<string>
  address: string
  hidden: Record<string, string>
  /** The organisation that cannot leave: it asked, or leads. */
  stays: string
}) {
  const t = messages(locale)
  if (mine.length === 0) return null
  return (
    <ul className="mt-4 space-y-3">
      {mine.map(({ key, name }) => (
        <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span>{said(name)}</span>
          {key === stays ? null : (
            <FieldsForm
              id={`leave-${key}`}
              action={action}
              address={address}
              hidden={{ ...hidden, organisation: key }}
              texts={formTexts(t, t.needs.form.leave)}
              buttonLabel={leaveLabel(name)}
              quiet
            />
          )}
        </li>
      ))}
    </ul>
  )
}
