/** Words from which a query tells a need, rather than names something: no row need hold them all. */
export const NEED = 3

/** The most rows that a need is answered with: beyond, they share a word with it and no more. */
const MOST = 50

/** How much more the first finds of a word count than its last ones. */
const HEAD_START = 2

/** What one word of a need finds. */
export interface WordFinds {
  /** The first finds, best first. */
  ids: readonly number[]
  /** How many rows hold the word in all. */
  total: number
}

/**
 * Merges what each word of a need finds into one list, best first. A row counts for every word that it
 * holds: the more so the rarer the word, and the better the row answers it (its rank).
 */
export function fuse(finds: readonly WordFinds[]): number[] {
  const scores = new Map<number, number>()
  for (const { ids, total } of finds) {
    const rarity = Math.log(1 + 1_000 / (total + 1)) ** 0.7
    ids.forEach((id, rank) => {
      scores.set(id, (scores.get(id) ?? 0) + rarity * (1 + HEAD_START / (rank + 2)))
    })
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST)
    .map(([id]) => id)
}
