import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'

/** What is said once a link is on its way. */
export function SentView({
  locale,
  email,
  next,
  folder,
}: {
  locale: Locale
  /** Empty when it is not known any more. */
  email: string
  next: string
  /** Whether mails are to be read on a page of this service. */
  folder: boolean
}) {
  const t = messages(locale).accounts.sent
  return (
    <>
      <TakesFocus labelledBy="sent" className="panel max-w-3xl bg-accent-soft">
        <h1 id="sent">{t.heading}</h1>
        <p className="mt-3 font-semibold text-lg [overflow-wrap:anywhere]">
          {email === '' ? t.toSomeone : t.to(email)}
        </p>
        <p className="mt-2 max-w-prose">{t.open}</p>
      </TakesFocus>
      {folder ? (
        <p className="mt-6">
          <Link className="button" href={pathTo(locale, '/courriels')}>
            {t.folder}
          </Link>
        </p>
      ) : null}
      <p className="mt-6 max-w-prose">{t.nothing}</p>
      <p className="mt-2">
        <Link className="link" href={pathTo(locale, '/connexion', { suite: next })}>
          {t.again}
        </Link>
      </p>
    </>
  )
}
