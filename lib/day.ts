const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** The day that a moment falls on in Paris, as YYYY-MM-DD: what a person there calls today. */
export function parisDay(moment: Date): string {
  return PARIS.format(moment)
}

/** The same moment some months earlier; a day that the month lacks becomes its last. */
export function monthsBefore(moment: Date, months: number): Date {
  const first = new Date(moment)
  first.setUTCDate(1)
  first.setUTCMonth(first.getUTCMonth() - months)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(moment.getUTCDate(), last))
  return first
}

/** The last second of a day in Paris, whatever its offset then. @param day YYYY-MM-DD */
export function endOfParisDay(day: string): Date {
  // 23:59:59 there is 22:59:59 UTC in winter and 21:59:59 in summer.
  const winter = new Date(`${day}T22:59:59.000Z`)
  return parisDay(winter) === day ? winter : new Date(winter.getTime() - 3_600_000)
}

const TAGS = { fr: 'fr-FR', en: 'en-GB' }

/** A moment as clocks in Paris show it, in words. @param timeStyle `medium` has its seconds, too. */
export function momentInWords(
  locale: 'fr' | 'en',
  at: Date,
  timeStyle: 'short' | 'medium',
): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
    timeStyle,
  }).format(at)
}
