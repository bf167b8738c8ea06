import { colon, formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/** Says above all else that a repository is archived, moved, gone or out of reach, and since when. */
export function StateNote({
  locale,
  vitality,
}: {
  locale: Locale
  vitality: { state: string; stateSince: string; movedTo: string } | undefined
}) {
  const t = messages(locale).provenance.vitality
  if (!vitality || !(vitality.state in t.states)) return null
  const { stateSince, movedTo } = vitality
  const words = t.states[vitality.state as keyof typeof t.states]
  return (
    <p className="mt-4 max-w-prose border-danger border-l-4 pl-4">
      {words(formatDate(locale, stateSince.slice(0, 10)))}
      {/^https?:\/\//.test(movedTo) ? (
        <>
          {' '}
          {t.movedTo}
          {colon(locale)}
          <a className="link [overflow-wrap:anywhere]" href={movedTo} rel="noopener nofollow">
            {movedTo}
          </a>
        </>
      ) : null}
    </p>
  )
}
