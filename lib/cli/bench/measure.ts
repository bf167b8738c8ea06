/** Durations of many calls of one thing, in milliseconds. */
export interface Timing {
  calls: number
  median: number
  p95: number
  max: number
}

export function timingOf(durations: readonly number[]): Timing {
  const sorted = [...durations].sort((a, b) => a - b)
  return {
    calls: sorted.length,
    median: rankOf(sorted, 0.5),
    p95: rankOf(sorted, 0.95),
    max: sorted.at(-1) ?? Number.NaN,
  }
}

/** The value that this share of the values do not exceed (nearest rank). */
export function rankOf(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** An item for each turn, around and around. */
export function turn<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('nothing to take turns with')
  return item
}
