const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Milliseconds before each further attempt of a delivery: from a minute to a day. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 24 * HOUR] as const

/** Attempts before a delivery is given up. */
export const MOST_ATTEMPTS = WAITS.length + 1

/** How long a webhook may fail, whatever it is sent, before the service turns it off: three days. */
export const LONGEST_FAILURE = 72 * HOUR

/**
 * How long a failed delivery waits: longer each time, and up to a fifth more at random, so that receivers
 * that come back are not met by all that they missed at once.
 * @param attempts made so far. @param chance from 0 to 1.
 * @returns milliseconds; undefined when it is given up.
 */
export function waitAfter(attempts: number, chance: number): number | undefined {
  const wait = WAITS[attempts - 1]
  return wait === undefined ? undefined : Math.round(wait * (1 + chance / 5))
}
