import { agreesWith } from '#lib/forge/rules/licence-family.ts'
import type { EntryFieldName, FieldValue } from '../fields.ts'

/** A value, or null for a year that nobody knows. */
export type Value = FieldValue | null

export const isEmpty = (value: Value): boolean =>
  value === null || (typeof value !== 'number' && value.length === 0)

/**
 * Whether two values of a field say the same. Spaces, the order of a list and the spelling of an address
 * are no difference; what only the text of a licence tells cannot say “only” from “or later”.
 * @param said of whom, for what is only found out.
 */
export function sameValue(field: EntryFieldName, a: Value, b: Value, said = ''): boolean {
  const [left, right] = [plain(field, a), plain(field, b)]
  if (left === right) return true
  return field === 'licence' && said === 'git' && agreesWith(right, left)
}

function plain(field: EntryFieldName, value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') {
    const items = field === 'functions' ? [...value] : [...value].sort()
    return items.join('\n')
  }
  if (field === 'repository' || field === 'website') return plainAddress(value)
  return value.replace(/\s+/g, ' ').trim()
}

/** One spelling of an address, to compare alone: never shown, never visited. */
function plainAddress(address: string): string {
  const url = URL.parse(address.trim().replace(/^git\+/, ''))
  if (!url) return address.trim()
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '')
  return `${url.host.replace(/^www\./, '')}${path.toLowerCase()}${url.search}`
}
