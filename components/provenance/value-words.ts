import { formatList, languageName } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/** Names of functions by slug. */
export type FunctionNames = Readonly<Record<string, Bilingual>>

export const functionNamesOf = (
  groups: ReadonlyArray<{ functions: ReadonlyArray<{ slug: string; name: Bilingual }> }>,
): FunctionNames =>
  Object.fromEntries(
    groups.flatMap(({ functions }) => functions.map(({ slug, name }) => [slug, name] as const)),
  )

/** A value of a field of an entry in words; empty where it holds nothing. */
export function valueWords(
  locale: Locale,
  field: string,
  value: unknown,
  functions: FunctionNames,
): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    const words = value.map((item) => itemWords(locale, field, String(item), functions))
    return formatList(locale, words)
  }
  const text = String(value)
  if (field !== 'status') return text
  const states = messages(locale).software.status as Readonly<Record<string, string>>
  return states[text] ?? text
}

function itemWords(locale: Locale, field: string, item: string, functions: FunctionNames): string {
  const t = messages(locale).common
  switch (field) {
    case 'platforms':
      return (t.platforms as Readonly<Record<string, string>>)[item] ?? item
    case 'audience':
      return (t.kinds as Readonly<Record<string, { many: string }>>)[item]?.many ?? item
    case 'languages':
      return languageName(locale, item)
    case 'functions':
      return functions[item]?.[locale] ?? item
    default:
      return item
  }
}
