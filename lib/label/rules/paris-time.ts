import { Temporal } from 'temporal-polyfill'

const PARIS = 'Europe/Paris'

export type ParisMoment =
  | { instant: string }
  /**
   * `none`: the hour that the clocks leap over in March. `twice`: the one that October has twice, which
   * nobody can tell apart on a page: neither is guessed.
   */
  | { wrong: 'unreadable' | 'none' | 'twice' }

/**
 * What an organiser typed, read as the time that clocks show in Paris, to the second.
 * @param typed `2027-10-15T17:00` or with seconds, as a browser's field sends it.
 * @returns the instant, ISO 8601 in UTC.
 */
export function fromParis(typed: string): ParisMoment {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(typed)) return { wrong: 'unreadable' }
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDateTime.from(typed.replace(' ', 'T'), { overflow: 'reject' })
  } catch {
    return { wrong: 'unreadable' }
  }
  const earlier = local.toZonedDateTime(PARIS, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(PARIS, { disambiguation: 'later' })
  if (!earlier.equals(later)) {
    return { wrong: earlier.toPlainDateTime().equals(local) ? 'twice' : 'none' }
  }
  return { instant: new Date(earlier.epochMilliseconds).toISOString() }
}

/** The time of Paris at an instant, as a field of a form holds it; empty when there is none. */
export function toParisField(instant: string): string {
  if (instant === '') return ''
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(PARIS).toPlainDateTime()
  return local.toString({ smallestUnit: 'second' })
}

/** The year that calendars in Paris show. */
export function parisYear(moment: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(PARIS).year
}
