import { colon, counted, formatList, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { ComputedEvidence, EvidenceItem, EvidenceRule } from '#lib/evidence/schema.ts'

/** Names that a sentence holds before it counts the rest. */
const NAMED = 4

/** Of a share: what it is a share of; empty where the rule is not at hand (a frozen dossier). */
export const wholeOf = (rule: EvidenceRule | null | undefined) =>
  rule && 'of' in rule ? rule.of : ('' as const)

/**
 * What adoptions say of a criterion, in one sentence without its full stop's reasons.
 * @param rule of the criterion: it tells business applications from others, and workstations from servers.
 */
export function evidenceWords(
  locale: Locale,
  evidence: ComputedEvidence,
  rule?: EvidenceRule | null,
): string {
  const t = messages(locale).evidence
  const { items, value } = evidence
  if (items.length === 0) return nothingWords(locale, evidence)
  const listed = `${colon(locale)}${namesOf(locale, items)}.`
  switch (evidence.rule) {
    case 'software-count': {
      const business = rule?.rule === 'software-count' && rule.software.business
      const noun = business ? t.business : t.software
      return `${counted(locale, value ?? items.length, noun.one, noun.many)}${listed}`
    }
    case 'largest-share':
    case 'summed-share':
      return shareWords(locale, evidence, rule, listed)
    case 'pooled-share':
      return `${t.pooled(percentWords(locale, evidence, t.pooledWhole))}${listed}`
    case 'timeline':
      return `${counted(locale, items.length, t.software.one, t.software.many)}${yearsOf(locale, items)}${listed}`
    case 'published-software':
      return `${counted(locale, items.length, t.published.one, t.published.many)}${listed}`
    case 'testimonials':
      return `${counted(locale, items.length, t.testimonials.one, t.testimonials.many)}${listed}`
    default:
      return `${t.atLeastOne}${listed}`
  }
}

function shareWords(
  locale: Locale,
  evidence: ComputedEvidence,
  rule: EvidenceRule | null | undefined,
  listed: string,
): string {
  const t = messages(locale).evidence
  if (evidence.value === null) return `${t.noShare}${listed}`
  const share = percentWords(locale, evidence, t.wholes[wholeOf(rule)])
  const virtual = evidence.serversVirtual
  const told = virtual === undefined ? '' : `, ${virtual ? t.virtual.yes : t.virtual.no}`
  const words = `${share}${told}${listed}`
  // Another software may be on more of them: it is not said on how many.
  return evidence.reasons.includes('no-units') ? t.atLeastShare(words) : words
}

function percentWords(locale: Locale, evidence: ComputedEvidence, whole: string): string {
  const { value, numerator, denominator } = evidence
  const n = (figure: number | null) => formatNumber(locale, figure ?? 0)
  return messages(locale).evidence.share(n(value), whole, n(numerator), n(denominator))
}

function yearsOf(locale: Locale, items: readonly EvidenceItem[]): string {
  const years = items
    .map(({ since }) => since.slice(0, 4))
    .filter(Boolean)
    .sort()
  const [first] = years
  const last = years.at(-1)
  return first && last ? `, ${messages(locale).evidence.since(first, last)}` : ''
}

function nothingWords(locale: Locale, { rule, apart }: ComputedEvidence): string {
  const { nothing, apart: onTrial } = messages(locale).evidence
  const kinds: Record<string, keyof typeof nothing> = {
    'open-formats': 'formats',
    'published-software': 'published',
    testimonials: 'testimonials',
    'pooled-share': 'pooled',
  }
  const said = nothing[kinds[rule] ?? 'use']
  return apart.length === 0 ? said : `${said} ${onTrial(namesOf(locale, apart))}`
}

/** Names once each: "a, b, c, d et 3 autres". */
export function namesOf(locale: Locale, items: readonly Pick<EvidenceItem, 'software'>[]): string {
  const { others } = messages(locale).evidence
  const names = [...new Set(items.map(({ software }) => software.name))]
  const rest = names.length - NAMED
  if (rest <= 0) return formatList(locale, names)
  return formatList(locale, [
    ...names.slice(0, NAMED),
    counted(locale, rest, others.one, others.many),
  ])
}

/** Why it is not more, a sentence each; that nothing is known is no reason. */
export function reasonWords(
  locale: Locale,
  { reasons, items }: ComputedEvidence,
  rule?: EvidenceRule | null,
): string[] {
  const t = messages(locale).evidence
  if (items.length === 0) return []
  return reasons.flatMap((reason) => {
    if (reason === 'nothing') return []
    if (reason === 'no-denominator') return [t.noDenominator[wholeOf(rule)]]
    return [reason === 'no-units' ? t.noUnits[wholeOf(rule)] : t.reasons[reason]]
  })
}
