import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { FieldsForm } from './fields-form.tsx'
import { formTexts } from './form-texts.ts'

/** The page that a link of a mail opens: one button, which signs in. */
export function FollowLinkView({
  locale,
  action,
  token,
  next,
}: {
  locale: Locale
  action: FormAction<string>
  token: string
  next: string
}) {
  const t = messages(locale)
  const { link } = t.accounts
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{link.heading}</h1>
      <p className="max-w-prose">{link.text}</p>
      <FieldsForm
        id="follow"
        action={action}
        address={pathTo(locale, '/connexion/lien', { jeton: token, suite: next })}
        hidden={{ locale, jeton: token, suite: next }}
        texts={formTexts(t, link.submit)}
      />
      <p>
        <Link className="link" href={pathTo(locale, '/connexion', { suite: next })}>
          {link.again}
        </Link>
      </p>
    </div>
  )
}
