import { formatList, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { Difference } from '#lib/evidence/rules/difference.ts'

/** How an answer differs from what is computed, a sentence each. */
export function differenceWords(locale: Locale, differences: readonly Difference[]): string[] {
  const t = messages(locale).evidence.differences
  const n = (value: number) => formatNumber(locale, value)
  return differences.flatMap((item) => {
    switch (item.kind) {
      case 'number':
      case 'share': {
        const { answered, computed } = item
        const gap = Math.abs(answered - computed)
        if (item.kind === 'share' && gap === 1) return [t.onePoint(n(answered), n(computed))]
        return [t[item.kind](n(answered), n(computed), n(gap))]
      }
      case 'contrary':
        return [t.contrary(formatList(locale, item.names))]
      case 'list':
        return [
          ...(item.onlyAnswered.length > 0
            ? [t.onlyAnswered(formatList(locale, item.onlyAnswered))]
            : []),
          ...(item.onlyComputed.length > 0
            ? [t.onlyComputed(formatList(locale, item.onlyComputed))]
            : []),
        ]
      default:
        return [t[item.kind]]
    }
  })
}
