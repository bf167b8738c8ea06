import { formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ComputedEvidence, EvidenceItem, EvidenceRule } from '#lib/evidence/schema.ts'

import { wholeOf } from './evidence-words.ts'

type Whole = ReturnType<typeof wholeOf>

/**
 * The rows behind a figure, folded under their number, each with the way to it; trials apart.
 * @param organisation key of whose evidence it is.
 * @param space whether its own people read it: adoptions then lead to where they are changed.
 * @param most how many show on a page of many criteria; the list of all its uses has the others.
 */
export function EvidenceItems({
  locale,
  evidence,
  organisation,
  space = false,
  rule,
  most = Number.POSITIVE_INFINITY,
}: {
  locale: Locale
  evidence: ComputedEvidence
  organisation: string
  space?: boolean
  rule?: EvidenceRule | null
  most?: number
}) {
  const t = messages(locale).evidence.items
  const { items, apart } = evidence
  if (items.length + apart.length === 0) return null
  const list = (shown: readonly EvidenceItem[]) => (
    <ul className="mt-2 list-disc ps-5">
      {shown.map((item) => (
        <li key={`${item.kind}-${item.id}`}>
          <Link className="link" href={hrefOf(locale, item, organisation, space)}>
            {item.software.name}
          </Link>
          {`, ${factsOf(locale, item, wholeOf(rule)).join(', ')}`}
        </li>
      ))}
    </ul>
  )
  const others = items.length - most
  return (
    <details className="mt-2">
      <summary>{t.see(formatNumber(locale, items.length + apart.length))}</summary>
      {items.length === 0 ? null : list(items.slice(0, most))}
      {others > 0 ? (
        <p className="mt-2">
          <Link
            className="link"
            href={
              space
                ? pathTo(locale, `/espace/collectivites/${organisation}`)
                : organisationPath(locale, organisation)
            }
          >
            {t.others(formatNumber(locale, others))}
          </Link>
        </p>
      ) : null}
      {apart.length === 0 ? null : (
        <>
          <p className="mt-3 font-semibold">{t.apart}</p>
          {list(apart.slice(0, most))}
        </>
      )}
    </details>
  )
}

function hrefOf(
  locale: Locale,
  { kind, id, software }: EvidenceItem,
  organisation: string,
  space: boolean,
): string {
  if (kind !== 'adoption') return softwarePath(locale, software.slug)
  return space
    ? pathTo(locale, `/espace/collectivites/${organisation}/utilisations/${id}`)
    : `${organisationPath(locale, organisation)}#logiciel-${software.slug}`
}

function factsOf(locale: Locale, item: EvidenceItem, whole: Whole): string[] {
  const { evidence, common } = messages(locale)
  const t = evidence.items
  if (item.kind === 'testimonial') return [t.writtenOn(formatDate(locale, item.since))]
  if (item.kind === 'software') {
    return [t.published, ...(item.since ? [t.firstRelease(item.since)] : [])]
  }
  const states: Record<string, string> = common.states
  const confirmed = t.confirmedOn(formatDate(locale, item.confirmedOn))
  return [
    states[item.state] ?? item.state,
    ...(item.since ? [t.since(formatDate(locale, item.since))] : []),
    ...(item.units === null ? [] : [t.units[whole](formatNumber(locale, item.units))]),
    ...(item.confirmedOn === '' ? [t.never] : [confirmed]),
    ...(item.fresh || item.confirmedOn === '' ? [] : [t.stale]),
  ]
}
