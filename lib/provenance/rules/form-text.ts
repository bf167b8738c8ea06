import type { Value } from './same-value.ts'

/** Functions that the form of an entry takes, the main one first. */
export const MOST_FUNCTIONS = 5

/** A value as a form holds it: lists with commas, a year nobody knows as nothing. */
export function formText(value: Value): string {
  if (value === null) return ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : value.join(',')
}
