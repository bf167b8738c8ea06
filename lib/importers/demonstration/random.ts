/** A small seeded generator (mulberry32): the same seed gives the same numbers on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Takes `count` distinct items, each as likely as the others; all of them when there are fewer. */
export function sample<T>(items: readonly T[], count: number, random: () => number): T[] {
  const pool = [...items]
  const taken: T[] = []
  while (taken.length < count && pool.length > 0) {
    const index = Math.floor(random() * pool.length)
    taken.push(pool[index] as T)
    pool[index] = pool[pool.length - 1] as T
    pool.pop()
  }
  return taken
}
