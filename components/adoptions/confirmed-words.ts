import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/**
 * What became of what was confirmed, in sentences.
 * @param asked `confirmed-already-changed` of the address, three numbers; anything else says nothing.
 */
export function confirmedWords(locale: Locale, asked: unknown): string[] {
  const { space: t } = messages(locale)
  const numbers = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(String(asked))
  if (!numbers) return []
  const [confirmed = 0, already = 0, changed = 0] = numbers.slice(1).map(Number)
  const { one, many } = t.confirmedCount
  return [
    confirmed > 0 ? t.confirmed(counted(locale, confirmed, one, many)) : '',
    already > 0 ? t.already : '',
    changed > 0 ? t.changed : '',
  ].filter(Boolean)
}
