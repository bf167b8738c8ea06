/** Hands out work so that no host is asked too much: the pure part of it, without a clock of its own. */
export interface PoliteQueue<T> {
  /** What may be done now; else how long to wait before asking again, or null when all is handed out. */
  next(now: number): { work: T } | { wait: number | null }
  /** Something is done: its host may be asked again after its delay. */
  done(host: string, now: number): void
  /** Takes away all that is left of a host. @returns it. */
  drop(host: string): T[]
}

export interface Manners {
  /** Milliseconds between the end of one visit and the next, of one host. */
  delay: number
  /** Visits to one host at a time. */
  atOnce: number
}

interface Lane<T> {
  waiting: T[]
  running: number
  freeAt: number
}

/** @param mannersOf what a host is owed. */
export function politeQueue<T>(
  works: readonly T[],
  hostOf: (work: T) => string,
  mannersOf: (host: string) => Manners,
): PoliteQueue<T> {
  const lanes = new Map<string, Lane<T>>()
  for (const work of works) {
    const lane = lanes.get(hostOf(work))
    if (lane) lane.waiting.push(work)
    else lanes.set(hostOf(work), { waiting: [work], running: 0, freeAt: 0 })
  }
  return {
    next(now) {
      let wait: number | null = null
      let best: Lane<T> | null = null
      for (const [host, lane] of lanes) {
        if (lane.waiting.length === 0 || lane.running >= mannersOf(host).atOnce) continue
        if (lane.freeAt > now) wait = Math.min(wait ?? Number.POSITIVE_INFINITY, lane.freeAt - now)
        // The longest queue first: it is the one that makes the end late.
        else if (!best || lane.waiting.length > best.waiting.length) best = lane
      }
      const work = best?.waiting.shift()
      if (best && work !== undefined) {
        best.running++
        return { work }
      }
      return { wait }
    },
    done(host, now) {
      const lane = lanes.get(host)
      if (!lane) return
      lane.running--
      lane.freeAt = now + mannersOf(host).delay
    },
    drop: (host) => lanes.get(host)?.waiting.splice(0) ?? [],
  }
}
