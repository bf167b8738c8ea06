import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { Link } from '#components/ui/link.tsx'
import { SignOutForm } from './sign-out-form.tsx'

/** The sign-in, as someone sees it who is signed in already. */
export function SignedInView({
  locale,
  email,
  next,
  signOut,
}: {
  locale: Locale
  email: string
  next: string
  signOut: (form: FormData) => Promise<void>
}) {
  const t = messages(locale).accounts.signIn
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{t.title}</h1>
      <p className="[overflow-wrap:anywhere]">{t.already(email)}</p>
      <p>
        <Link className="button" href={next}>
          {t.goOn}
        </Link>
      </p>
      <SignOutForm locale={locale} action={signOut} />
    </div>
  )
}
