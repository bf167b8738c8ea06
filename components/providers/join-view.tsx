import { FieldsForm } from '#components/accounts/fields-form.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { sharedOf } from './provider-fields.ts'

/** An invitation to look after a provider, with the button that accepts it. */
export function JoinProviderView({
  locale,
  name,
  role,
  token,
  action,
}: {
  locale: Locale
  name: string
  role: 'member' | 'manager'
  token: string
  action: FormAction<string>
}) {
  const { providers, accounts } = messages(locale)
  const { join } = providers
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{join.heading(name)}</h1>
      <p className="max-w-prose">{join.text(accounts.roles[role])}</p>
      <FieldsForm
        id="accept"
        action={action}
        address={pathTo(locale, '/espace/prestataires/rejoindre', { jeton: token })}
        hidden={{ locale, jeton: token }}
        {...sharedOf(locale, join.submit)}
      />
    </div>
  )
}
