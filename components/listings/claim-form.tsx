import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'

interface ClaimButtonProps {
  /** Unique in the page. */
  id: string
  locale: Locale
  slug: string
  action: FormAction<string>
  label: string
  /** While it is sent. */
  sending?: string
  quiet?: boolean
}

export const claimPath = (slug: string) => `/espace/logiciels/${slug}/revendiquer`

/** A button of the page of a claim. */
export function ClaimButton(props: ClaimButtonProps) {
  const { id, locale, slug, action, label, sending, quiet = false } = props
  const t = messages(locale)
  const address = pathTo(locale, claimPath(slug))
  const texts = formTexts(t, label)
  return (
    <FieldsForm
      id={id}
      action={action}
      address={address}
      hidden={{ locale, slug }}
      texts={sending === undefined ? texts : { ...texts, sending }}
      signIn={{
        href: pathTo(locale, '/connexion', { suite: address }),
        label: t.accounts.form.signIn,
      }}
      quiet={quiet}
    />
  )
}

/** Says to the moderators why an entry is one's own. */
export function AskForm({
  locale,
  slug,
  action,
  message,
}: {
  locale: Locale
  slug: string
  action: FormAction<string>
  message: string
}) {
  const t = messages(locale)
  const { claim } = t.listings
  const address = pathTo(locale, claimPath(slug))
  return (
    <FieldsForm
      id="ask"
      action={action}
      address={address}
      fields={[
        {
          name: 'message',
          label: claim.message,
          hint: claim.messageHint,
          kind: 'lines',
          value: message,
        },
      ]}
      hidden={{ locale, slug }}
      texts={formTexts(t, claim.ask)}
      faults={claim.faults}
      signIn={{
        href: pathTo(locale, '/connexion', { suite: address }),
        label: t.accounts.form.signIn,
      }}
      quiet
    />
  )
}
