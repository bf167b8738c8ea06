import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { needPath, pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { callFields, type Mine, organisationField } from './need-forms.ts'
import { SpaceFrame } from './space-frame.tsx'

/** Opening a call for pooling on a need. */
export function OpenCallView({
  locale,
  need,
  mine,
  action,
}: {
  locale: Locale
  need: { id: number; title: string }
  mine: readonly Mine[]
  action: FormAction<string>
}) {
  const t = messages(locale)
  const { callForm, faults } = t.needs
  return (
    <SpaceFrame
      locale={locale}
      trail={[{ label: need.title, href: needPath(locale, need.id) }]}
      title={callForm.title}
      lead={callForm.lead}
      organisations={mine.length}
    >
      <div className="mt-8 max-w-2xl">
        <FieldsForm
          id="call"
          action={action}
          address={pathTo(locale, `/espace/besoins/${need.id}/appel`)}
          fields={[organisationField(locale, mine), ...callFields(locale)]}
          hidden={{ locale, need: String(need.id) }}
          texts={formTexts(t, callForm.submit)}
          faults={faults}
          signIn={{ href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn }}
        />
      </div>
    </SpaceFrame>
  )
}
