import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { MemberRole } from '#lib/accounts/rules/rights.ts'

/** An invitation to speak for a publisher, with the button that accepts it. */
export function PublisherInvitationView({
  locale,
  name,
  role,
  token,
  action,
}: {
  locale: Locale
  name: string
  role: MemberRole
  token: string
  action: FormAction<string>
}) {
  const t = messages(locale)
  const { publisherInvitation: text } = t
  const address = pathTo(locale, '/espace/invitation/editeur', { jeton: token })
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{text.heading(name)}</h1>
      <p className="max-w-prose">{text.text(t.accounts.roles[role])}</p>
      <FieldsForm
        id="accept"
        action={action}
        address={address}
        hidden={{ locale, jeton: token }}
        texts={formTexts(t, text.accept)}
        signIn={{
          href: pathTo(locale, '/connexion', { suite: address }),
          label: t.accounts.form.signIn,
        }}
      />
    </div>
  )
}
