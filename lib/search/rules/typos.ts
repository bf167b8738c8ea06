import { distance } from 'fastest-levenshtein'

/** How many typos a word may hold: none below 4 letters, one from 4, two from 8; none in a number. */
export function typosAllowed(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\d/.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

/** Whether two words differ by two neighbouring letters that changed places, and by nothing else. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  )
}

/** Typos between two words: letters added, left out, changed, or swapped with their neighbour. */
export function typosBetween(one: string, other: string): number {
  const far = distance(one, other)
  return far === 2 && isSwap(one, other) ? 1 : far
}

/**
 * Typos between what was typed and a word, or the beginning of a word where only its beginning was typed.
 * @returns Infinity beyond what the typed word may hold.
 */
export function typosTo(typed: string, word: string, beginning: boolean): number {
  const allowed = typosAllowed(typed)
  let least = Number.POSITIVE_INFINITY
  if (Math.abs(typed.length - word.length) <= allowed) least = typosBetween(typed, word)
  if (beginning && word.length > typed.length) {
    for (let length = typed.length - 1; length <= typed.length + 1; length++) {
      least = Math.min(least, typosBetween(typed, word.slice(0, length)))
    }
  }
  return least <= allowed ? least : Number.POSITIVE_INFINITY
}
