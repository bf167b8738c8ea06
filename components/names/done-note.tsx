import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/** What decisions did, in the order in which the address carries their counts. */
export const DONE = ['kept', 'reported', 'not', 'left', 'undone', 'ended', 'stayed'] as const

/** What was just done, in sentences. */
export function DoneNote({
  locale,
  done,
  tooLong,
}: {
  locale: Locale
  /** Counts joined by hyphens; undefined where nothing was decided. */
  done: string | undefined
  tooLong: number
}) {
  const { names: t } = messages(locale)
  const counts = (done ?? '').split('-').map(Number)
  const said = DONE.flatMap((what, at) => {
    const n = counts[at] ?? 0
    return n > 0 ? [t.done[what](formatNumber(locale, n))] : []
  })
  return (
    <div role="status" className="panel mt-4 bg-accent-soft">
      {done === undefined ? null : (
        <>
          <p className="font-semibold">{t.done.heading}</p>
          <p>{said.length === 0 ? t.done.nothing : said.join(' ')}</p>
        </>
      )}
      {tooLong > 0 ? <p>{t.longs(formatNumber(locale, tooLong))}</p> : null}
    </div>
  )
}
