import { formatList } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { Area, ServiceKind } from '#lib/providers/schema.ts'

/** Names of the territories that areas are of. */
export interface Territories {
  regions: ReadonlyArray<{ code: string; name: string }>
  departements: ReadonlyArray<{ code: string; name: string }>
}

/** How many areas are named in a sentence; the rest are counted. */
const NAMED = 6

/** Where a provider serves, in words. */
export function areaWords(
  locale: Locale,
  areas: readonly Area[],
  { regions, departements }: Territories,
): string {
  const t = messages(locale).providers
  if (areas.length === 0) return t.noArea
  const words = areas.map(({ kind, code }) => {
    if (kind === 'national') return t.national
    const list = kind === 'region' ? regions : departements
    const name = list.find((one) => one.code === code)?.name ?? code
    return kind === 'departement' ? `${name} (${code})` : name
  })
  if (words.length <= NAMED + 1) return formatList(locale, words)
  const rest = words.length - NAMED
  return formatList(locale, [
    ...words.slice(0, NAMED),
    locale === 'fr' ? `${rest} autres` : `${rest} more`,
  ])
}

/** Kinds of service, in words. */
export function serviceWords(locale: Locale, kinds: readonly ServiceKind[]): string {
  const t = messages(locale).providers.services
  return formatList(
    locale,
    kinds.map((kind) => t[kind]),
  )
}

/** What a provider says of itself: in English when it has said so, else its French, marked as such. */
export function summaryIn(locale: Locale, summary: Bilingual): { text: string; lang?: 'fr' } {
  if (locale === 'fr') return { text: summary.fr }
  return summary.en === '' ? { text: summary.fr, lang: 'fr' } : { text: summary.en }
}
