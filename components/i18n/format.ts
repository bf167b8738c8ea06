import type { Locale } from './locale.ts'

const TAGS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const numbers = {
  fr: new Intl.NumberFormat(TAGS.fr),
  en: new Intl.NumberFormat(TAGS.en),
}

const wholeEuros = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const
const euros = {
  fr: new Intl.NumberFormat(TAGS.fr, wholeEuros),
  en: new Intl.NumberFormat(TAGS.en, wholeEuros),
}

export const formatNumber = (locale: Locale, value: number) => numbers[locale].format(value)

/** Whole euros, with no cents that nobody gave. */
export const formatEuros = (locale: Locale, value: number) => euros[locale].format(value)

/** A count with its noun; French takes the singular for 0 and 1, English for 1 alone. */
export function counted(locale: Locale, n: number, one: string, many: string): string {
  const single = locale === 'fr' ? n < 2 : n === 1
  return `${formatNumber(locale, n)} ${single ? one : many}`
}

/** A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD; empty when it is not. */
export function formatDate(locale: Locale, date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  if (!year) return ''
  if (!month) return String(year)
  // Noon, UTC: no time zone moves it to another day.
  const time = new Date(Date.UTC(year, month - 1, day ?? 1, 12))
  const text = new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
  }).format(time)
  // The first of a month alone is an ordinal in French; Intl does not know it.
  return locale === 'fr' && day === 1 ? text.replace(/^1 /, '1er ') : text
}

/** What stands between a word and what it announces: French puts a no-break space before the colon. */
export const colon = (locale: Locale) => (locale === 'fr' ? '\u00a0: ' : ': ')

/** Words in a list: "a, b et c". */
export function formatList(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(TAGS[locale], { type: 'conjunction' }).format(items)
}

const languages = {
  fr: new Intl.DisplayNames([TAGS.fr], { type: 'language' }),
  en: new Intl.DisplayNames([TAGS.en], { type: 'language' }),
}

/** The name of a language by its code; what is no code at all stands as it is. */
export function languageName(locale: Locale, code: string): string {
  try {
    return languages[locale].of(code) ?? code
  } catch {
    return code
  }
}
