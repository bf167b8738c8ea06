import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/** Signs out of this browser. */
export function SignOutForm({
  locale,
  action,
}: {
  locale: Locale
  action: (form: FormData) => Promise<void>
}) {
  return (
    <form action={action}>
      <input type="hidden" name="locale" value={locale} />
      <button type="submit" className="button button-quiet">
        {messages(locale).accounts.signIn.signOut}
      </button>
    </form>
  )
}
