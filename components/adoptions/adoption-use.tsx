import type { ReactNode } from 'react'
import { colon, counted, formatDate, formatEuros, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { PublicDetail } from '#lib/adoptions/schema.ts'
import type { ShownAdoption } from './shown-adoption.ts'

/** A note longer than this waits under the details of its row. */
const LONG_NOTE = 180

/** State, dates, perimeter, who runs it and what is told of a use, in one cell. */
export function AdoptionUse({
  locale,
  item,
  relay,
}: {
  locale: Locale
  item: ShownAdoption
  relay: boolean
}) {
  const t = messages(locale)
  const note = item.detail?.note || item.note[locale]
  return (
    <>
      {[stateWords(locale, item), item.version && t.reads.detail.version(item.version)]
        .concat(sizeWords(locale, item))
        .filter(Boolean)
        .join(', ')}
      <RunBy locale={locale} item={item} />
      {item.state === 'stopped' && item.detail ? (
        <span className="block text-[0.95rem]">{stopWords(locale, item.detail)}</span>
      ) : null}
      {note.length > 0 && note.length <= LONG_NOTE ? (
        <span className="block whitespace-pre-line text-[0.95rem] text-muted">{note}</span>
      ) : null}
      <MoreOf locale={locale} item={item} note={note.length > LONG_NOTE ? note : ''} />
      {relay && item.detail?.contactWish === 'relay' ? (
        <Link
          className="link block w-fit min-h-6 text-[0.95rem]"
          href={pathTo(locale, '/espace/ecrire', { utilisation: item.id })}
          rel="nofollow"
        >
          {t.reads.detail.write}
          <span className="sr-only">
            {colon(locale)}
            {item.organisation.name}, {item.software.name}
          </span>
        </Link>
      ) : null}
    </>
  )
}

function stateWords(locale: Locale, item: ShownAdoption): string {
  const t = messages(locale)
  const since = formatDate(locale, item.since)
  const stopped = item.state === 'stopped' ? (item.detail?.stoppedOn ?? '') : ''
  if (stopped !== '') {
    const words = formatDate(locale, stopped)
    const { detail } = t.reads
    return stopped.length > 7 ? detail.stoppedDay(words) : detail.stopped(words)
  }
  const state = t.common.states[item.state]
  return since && item.state !== 'stopped' ? t.adoptions.stateSince(state, since) : state
}

/** What the organisation itself counted; else what a document says of it. */
function sizeWords(locale: Locale, item: ShownAdoption): string[] {
  const t = messages(locale).reads.detail
  const counts = (['workstations', 'users', 'servers', 'schoolWorkstations'] as const).flatMap(
    (unit) => {
      const n = item.detail?.[unit] ?? null
      return n === null ? [] : [counted(locale, n, t[unit].one, t[unit].many)]
    },
  )
  if (counts.length > 0) return counts
  return item.perimeter ? [perimeterWords(locale, item.perimeter)] : []
}

function RunBy({ locale, item }: { locale: Locale; item: ShownAdoption }) {
  const t = messages(locale)
  if (item.operator) {
    return (
      <>
        {', '}
        {t.adoptions.operatedBy}{' '}
        <Link className="link" href={organisationPath(locale, item.operator.key)}>
          {item.operator.name}
        </Link>
      </>
    )
  }
  const { runBy, provider } = item.detail ?? { runBy: '', provider: '' }
  if (runBy === '') return null
  const { detail } = t.reads
  return `, ${runBy === 'provider' && provider ? detail.runByNamed(provider) : detail.runBy[runBy]}`
}

/** Why a use ended, and what its organisation says of that. */
function stopWords(locale: Locale, detail: PublicDetail): string {
  const t = messages(locale).reads
  const reason = t.detail.why(t.reasons[detail.stopReason])
  return [reason, detail.stopNote].filter(Boolean).join(' ')
}

/** The rest of what is told, one click away. */
function MoreOf({ locale, item, note }: { locale: Locale; item: ShownAdoption; note: string }) {
  const { detail } = item
  const t = messages(locale).reads
  const lines: Array<[label: string, content: ReactNode]> = []
  if (detail) {
    if (detail.services) lines.push([t.detail.services, detail.services])
    if (detail.replaces) lines.push([t.detail.replaces, detail.replaces])
    if (detail.costAvoided !== null) {
      lines.push([t.detail.cost, t.costs.perYear(formatEuros(locale, detail.costAvoided))])
      if (detail.costMethod) lines.push([t.detail.costMethod, detail.costMethod])
    }
    if (detail.contactWish === 'public' && detail.contactPublic) {
      lines.push([t.detail.contact, detail.contactPublic])
    }
  }
  if (note) lines.push([t.detail.note, note])
  if (lines.length === 0) return null
  return (
    <details className="text-[0.95rem]">
      <summary className="min-h-6 w-fit text-accent underline underline-offset-4">
        {t.detail.more}
        <span className="sr-only">
          {colon(locale)}
          {item.organisation.name}, {item.software.name}
        </span>
      </summary>
      <dl className="mt-1 mb-2 grid max-w-prose gap-1">
        {lines.map(([label, content]) => (
          <div key={label}>
            <dt className="inline text-muted">
              {label}
              {colon(locale)}
            </dt>
            <dd className="inline whitespace-pre-line">{content}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The perimeter in words: "5 000 à 6 000 postes", "90 % des postes". */
export function perimeterWords(
  locale: Locale,
  { unit, min, max }: { unit: string; min: number | null; max: number | null },
): string {
  const t = messages(locale).adoptions
  if (min === null) return ''
  const share = unit.match(/^percent-(.+)$/)?.[1]
  if (share) {
    return (
      (t.percentOf as Record<string, (n: string) => string>)[share]?.(String(min)) ?? `${min} %`
    )
  }
  const noun = (t.perimeter as Record<string, { one: string; many: string }>)[unit]
  if (!noun) return formatNumber(locale, min)
  if (max === null || max === min) return counted(locale, min, noun.one, noun.many)
  return `${t.range(formatNumber(locale, min), formatNumber(locale, max))} ${noun.many}`
}
