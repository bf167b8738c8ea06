import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { GridCriterion } from './shown-progress.ts'

/** An answer in a line: its parts in their order. */
export function answerWords(
  locale: Locale,
  { parts, choices, unit }: Pick<GridCriterion, 'parts' | 'choices' | 'unit'>,
  answer: Readonly<Record<string, string>>,
): string {
  const t = messages(locale).labelProgress.criteria.parts
  const words = parts.flatMap((part) => {
    const text = answer[part]?.trim() ?? ''
    if (text === '') return []
    if (part === 'yes-no') return [text === 'no' ? t.no : text === 'yes' ? t.yes : text]
    if (part === 'choice') return [choices.find(({ value }) => value === text)?.[locale] ?? text]
    if (part === 'share') return [`${text}${locale === 'fr' ? '\u00a0' : ''}%`]
    return [unit && (part === 'number' || part === 'amount') ? `${text} ${unit}` : text]
  })
  return words.join(' · ')
}
