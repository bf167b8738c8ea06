import { monthsBefore } from '#lib/day.ts'

/** Months after its last word when an organisation is asked whether it still holds. */
export const ASKED_AFTER = 24
/** Months after which the adoption is shown as to be reconfirmed, and counted apart. */
export const AGED_AFTER = 30
/** Months between two mails that ask. */
export const ASKED_AGAIN_AFTER = 6

/** Whether a word is so old that the adoption has to be reconfirmed. @param confirmedAt ISO 8601; empty for never. */
export function hasAged(confirmedAt: string, now: Date): boolean {
  return confirmedAt !== '' && confirmedAt <= limit(now, AGED_AFTER)
}

/** Whether an organisation is to be asked now. @param askedAt when it was asked last; empty for never. */
export function isToBeAsked(word: { confirmedAt: string; askedAt: string }, now: Date): boolean {
  return (
    word.confirmedAt !== '' &&
    word.confirmedAt <= limit(now, ASKED_AFTER) &&
    (word.askedAt === '' || word.askedAt <= limit(now, ASKED_AGAIN_AFTER))
  )
}

/** Whether saying the same again is worth keeping: it renews a word that has lasted a while. */
export function isWorthRenewing(confirmedAt: string, now: Date): boolean {
  return confirmedAt <= limit(now, ASKED_AGAIN_AFTER)
}

const limit = (now: Date, months: number) => monthsBefore(now, months).toISOString()
