import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'

/** The last word to whoever deleted their account. */
export function RemovedView({ locale }: { locale: Locale }) {
  const t = messages(locale).myAccount
  return (
    <>
      <TakesFocus labelledBy="removed" className="panel max-w-3xl bg-accent-soft">
        <h1 id="removed">{t.removed}</h1>
        <p className="mt-3 max-w-prose">{t.removedText}</p>
      </TakesFocus>
      <p className="mt-6">
        <Link className="button" href={pathTo(locale, '/')}>
          {t.removedHome}
        </Link>
      </p>
    </>
  )
}
