import type { Locale } from './locale.ts'

const TAGS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }

/** A moment as clocks in Paris show it, its seconds only where it has some; empty when there is none. */
export function formatParis(locale: Locale, instant: string): string {
  if (instant === '') return ''
  const moment = new Date(instant)
  const text = new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
    timeStyle: moment.getUTCSeconds() === 0 ? 'short' : 'medium',
  }).format(moment)
  // The first of a month is an ordinal in French; Intl does not know it.
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** The day that a moment falls on in Paris, in words. */
export function formatParisDay(locale: Locale, instant: string): string {
  const text = new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
  }).format(new Date(instant))
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}
