import { colon, counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { TrustCount } from '#lib/adoptions/schema.ts'

const PARTS = [
  ['confirmed', 'confirmed'],
  ['reported', 'reported'],
  ['toReconfirm', 'to-reconfirm'],
] as const

/** A count of uses in words, split by who says so: "14 confirmées, 9 signalées". */
export function trustWords(locale: Locale, use: TrustCount): string {
  const t = messages(locale).common.trust
  return PARTS.filter(([field]) => use[field] > 0)
    .map(([field, trust]) => counted(locale, use[field], t[trust].one, t[trust].many))
    .join(', ')
}

/** The same in few words, for a list: "38 utilisations connues (14 confirmées, 24 signalées)". */
export function shortUse(locale: Locale, use: TrustCount): string {
  const t = messages(locale).software.usesShort
  return `${counted(locale, use.total, t.one, t.many)} (${trustWords(locale, use)})`
}

/**
 * A count split into confirmed, reported and to be reconfirmed: a bar, its numbers in words, and the way
 * to the rows behind it.
 * @param href the page that lists the rows.
 */
export function TrustBar({
  locale,
  use,
  href,
}: {
  locale: Locale
  use: TrustCount
  href?: string
}) {
  const t = messages(locale)
  if (use.total === 0) return <p className="text-muted">{t.adoptions.noUse}</p>
  const words = trustWords(locale, use)
  return (
    <div>
      <div className="trust-bar" aria-hidden="true">
        <TrustParts use={use} />
      </div>
      <p className="mt-1 text-[0.95rem]">
        {href ? (
          <a className="link" href={href}>
            {t.adoptions.uses(formatNumber(locale, use.total), use.total)}
          </a>
        ) : (
          t.adoptions.uses(formatNumber(locale, use.total), use.total)
        )}
        {colon(locale)}
        {words}
      </p>
    </div>
  )
}

/** The parts of a bar, whatever its height and length. */
export function TrustParts({ use }: { use: TrustCount }) {
  return PARTS.map(([field, trust]) => (
    <span
      key={field}
      className={`trust-${trust}`}
      style={{ width: `${(100 * use[field]) / use.total}%` }}
    />
  ))
}

/** What the words of the trust bar mean. */
export function TrustLegend({ locale }: { locale: Locale }) {
  const t = messages(locale).common
  return (
    <dl className="grid gap-1 text-[0.95rem]">
      {PARTS.map(([, trust]) => (
        <div key={trust} className="flex gap-2">
          <dt className="flex shrink-0 items-center gap-2 font-semibold">
            <span
              aria-hidden="true"
              className={`inline-block size-3.5 rounded-sm trust-${trust}`}
            />
            {t.trust[trust].one}
          </dt>
          <dd className="text-muted">{t.trustHelp[trust]}</dd>
        </div>
      ))}
    </dl>
  )
}
