import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/** A state of a file, in words. */
export function stateWord(locale: Locale, state: string): string {
  const words: Record<string, string> = messages(locale).jury.states
  return words[state] ?? state
}
