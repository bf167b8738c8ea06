import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'

/** What is said once a software was proposed, and where to go from there. */
export function ProposedView({
  locale,
  organisationKey,
  joined,
}: {
  locale: Locale
  organisationKey: string
  /** Whether others had proposed it before. */
  joined: boolean
}) {
  const t = messages(locale).moderation.propose
  return (
    <>
      <TakesFocus labelledBy="sent" className="panel max-w-3xl bg-accent-soft">
        <h1 id="sent">{t.sent}</h1>
        <p className="mt-3 max-w-prose">{joined ? t.sentJoined : t.sentText}</p>
      </TakesFocus>
      <ul className="mt-6 flex flex-wrap gap-3">
        <li>
          <Link
            className="button"
            href={pathTo(locale, '/espace/declarer', { collectivite: organisationKey })}
          >
            {t.again}
          </Link>
        </li>
        <li>
          <Link className="button button-quiet" href={pathTo(locale, '/espace')}>
            {t.space}
          </Link>
        </li>
      </ul>
    </>
  )
}
