import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { MemberRole } from '#lib/accounts/rules/rights.ts'
import { FieldsForm } from './fields-form.tsx'
import { formTexts } from './form-texts.ts'
import { SignOutForm } from './sign-out-form.tsx'

/** An invitation, with the button that accepts it. */
export function InvitationView({
  locale,
  name,
  role,
  email,
  token,
  action,
}: {
  locale: Locale
  name: string
  role: MemberRole
  email: string
  token: string
  action: FormAction<string>
}) {
  const t = messages(locale)
  const { invitation } = t.members
  const address = pathTo(locale, '/espace/invitation', { jeton: token })
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{invitation.heading(name)}</h1>
      <p className="max-w-prose [overflow-wrap:anywhere]">
        {invitation.text(t.accounts.roles[role], email)}
      </p>
      <FieldsForm
        id="accept"
        action={action}
        address={address}
        hidden={{ locale, jeton: token }}
        texts={formTexts(t, invitation.submit)}
        signIn={{
          href: pathTo(locale, '/connexion', { suite: address }),
          label: t.accounts.form.signIn,
        }}
      />
    </div>
  )
}

/** An invitation that cannot be accepted, and why. */
export function UnusableInvitationView({
  locale,
  why,
  signOut,
}: {
  locale: Locale
  why: string
  signOut: (form: FormData) => Promise<void>
}) {
  const { invitation } = messages(locale).members
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{invitation.unusable}</h1>
      <p className="max-w-prose">{why}</p>
      <ul className="flex flex-wrap items-center gap-4">
        <li>
          <Link className="button" href={pathTo(locale, '/espace')}>
            {invitation.home}
          </Link>
        </li>
        <li>
          <SignOutForm locale={locale} action={signOut} />
        </li>
      </ul>
    </div>
  )
}
