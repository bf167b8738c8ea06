import { languageName } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { ComparedField } from '#lib/compare/rules/value.ts'

type Words = Readonly<Record<string, string>>

/** The word of a code, on the point that it stands in. */
export function codeWord(locale: Locale, field: ComparedField, code: string): string {
  const t = messages(locale)
  switch (field) {
    case 'platforms':
      return (t.common.platforms as Words)[code] ?? code
    case 'languages':
      return languageName(locale, code)
    case 'audience':
      return (t.common.kinds as Readonly<Record<string, { many: string }>>)[code]?.many ?? code
    case 'status':
      return (t.software.status as Words)[code] ?? code
    case 'repositoryState':
      return (t.compare.states as Words)[code] ?? code
    case 'care':
      return (t.compare.care as Words)[code] ?? code
    default:
      return code
  }
}

/** What stands where a list of codes is empty. */
export function noCodes(locale: Locale, field: ComparedField): string {
  const { software, compare } = messages(locale)
  if (field === 'audience') return software.everyone
  return field === 'care' ? compare.careNone : compare.none
}
