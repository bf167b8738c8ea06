import { distance } from 'fastest-levenshtein'
import { lettersOf, type NearIndex } from './register-index.ts'

/** Letters that a name must have to be told from a mistyped one, and from how many two faults are forgiven. */
const SHORTEST = 6
const LONG = 9

/** The names that a mistyped one may mean, nearest first. */
export function nearNames({ keys, letters, starts }: NearIndex, key: string): string[] {
  if (key.length < SHORTEST) return []
  const forgiven = key.length >= LONG ? 2 : 1
  const own = lettersOf(key)
  const hits: Array<{ key: string; gap: number }> = []
  const end = starts[key.length + forgiven + 1] ?? keys.length
  for (let at = starts[Math.max(0, key.length - forgiven)] ?? keys.length; at < end; at++) {
    // A changed letter makes two bits differ at most: most names are passed over here.
    if (bitsOf((letters[at] ?? 0) ^ own) > 2 * forgiven) continue
    const other = keys[at] ?? ''
    const gap = distance(key, other)
    if (gap > 0 && gap <= forgiven) hits.push({ key: other, gap })
  }
  return hits.sort((a, b) => a.gap - b.gap || (a.key < b.key ? -1 : 1)).map((hit) => hit.key)
}

function bitsOf(bits: number): number {
  let left = bits
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count++
  }
  return count
}
