import type { Locale } from '#components/i18n/locale.ts'

/** A moment in Paris, in words. @param iso ISO 8601, UTC */
export const formatMoment = (locale: Locale, iso: string) =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso))
