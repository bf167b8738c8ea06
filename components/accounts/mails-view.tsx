import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** The mails of a service of one's own machine. */
export function MailsView({
  locale,
  mails,
}: {
  locale: Locale
  mails: ReadonlyArray<{ file: string; to: string; subject: string; text: string }>
}) {
  const t = messages(locale).accounts.mails
  return (
    <>
      <h1>{t.title}</h1>
      <p className="mt-2 max-w-prose rounded-lg bg-warn-soft px-4 py-3 text-warn">{t.lead}</p>
      {mails.length === 0 ? <p className="mt-6">{t.empty}</p> : null}
      <p className="mt-4">
        <Link className="link" href={pathTo(locale, '/connexion')}>
          {t.signIn}
        </Link>
      </p>
      <div className="mt-6 grid max-w-3xl gap-6">
        {mails.map((mail) => (
          <article key={mail.file} className="panel">
            <h2 className="text-lg">{mail.subject}</h2>
            <p className="text-muted [overflow-wrap:anywhere]">{t.to(mail.to)}</p>
            <div className="mt-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
              {mail.text.split(/(https?:\/\/\S+)/).map((part, index) =>
                index % 2 === 1 ? (
                  <a key={part} className="link" href={part}>
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </div>
          </article>
        ))}
      </div>
    </>
  )
}
