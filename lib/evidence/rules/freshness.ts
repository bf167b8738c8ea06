import type { Fact } from './fact.ts'

/** Of what does not age: a publication, a testimonial. */
export const FOR_EVER = '9999-12-31'

/**
 * The last day on which a word is fresh: twelve months after it was given (label-tnl.md 5, "Fresh").
 * What an organisation never confirmed is never fresh.
 * @param confirmedOn YYYY-MM-DD; empty for never.
 */
export function freshUntil(confirmedOn: string): string {
  if (confirmedOn === '') return ''
  const year = String(Number(confirmedOn.slice(0, 4)) + 1)
  // The only day that the year after may lack.
  return confirmedOn.endsWith('-02-29') ? `${year}-02-28` : year + confirmedOn.slice(4)
}

/** Whether a date that may be a year or a month alone has come by a day; an unknown one has. */
export function hasBegun(since: string, day: string): boolean {
  return since <= day.slice(0, since.length)
}

/** All must be fresh: fresh as long as the oldest word is. */
export const asLongAsAll = (facts: readonly Fact[]): string => daysOf(facts)[0] ?? FOR_EVER

/** One suffices: fresh as long as the latest word is. */
export const asLongAsOne = (facts: readonly Fact[]): string => daysOf(facts).at(-1) ?? ''

const daysOf = (facts: readonly Fact[]) => facts.map((fact) => fact.freshUntil).sort()
