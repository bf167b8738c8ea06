import type { Locale } from './locale.ts'

const inParis = (tag: string) =>
  new Intl.DateTimeFormat(tag, {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
    timeStyle: 'short',
  })
const formats: Record<Locale, Intl.DateTimeFormat> = { fr: inParis('fr-FR'), en: inParis('en-GB') }

/** A moment of the calendar as a person in Paris reads it; empty when it is not set. */
export const formatMoment = (locale: Locale, iso: string): string =>
  iso === '' ? '' : formats[locale].format(new Date(iso))
