import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '#lib/errors.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'

/** How a command reaches repositories: the pages give the real one, tests one of their own. */
export interface ForgeAccess {
  /** @throws ForgeRefusal */
  read(address: string): Promise<RepositoryReading>
  /** Hosts of the settings that may be of a private network: FORGE_HOSTS. */
  hosts: readonly string[]
}

/** Readings that one person may ask for in an hour, and that all may ask for at once. */
export const READINGS_AN_HOUR = 20
const AT_ONCE = 4

const limiter = new RateLimiterMemory({ points: READINGS_AN_HOUR, duration: 3_600 })
let underWay = 0

/**
 * Reads a repository for a person who waits for it. It makes the service go out, at anyone's word: each
 * has so many an hour, and few are under way at once, so that nobody makes a crowd of us.
 * @throws TooMany, ForgeRefusal
 */
export async function readFor(
  userId: string,
  forge: ForgeAccess,
  address: string,
): Promise<RepositoryReading> {
  if (underWay >= AT_ONCE) {
    throw new TooMany(
      'Plusieurs dépôts sont en cours de lecture. Réessayez dans une minute : rien de ce que vous avez écrit n’est perdu.',
      'Several repositories are being read. Try again in a minute: nothing of what you wrote is lost.',
    )
  }
  try {
    await limiter.consume(userId)
  } catch (limit) {
    const minutes = Math.ceil((limit as RateLimiterRes).msBeforeNext / 60_000)
    throw new TooMany(
      `Vous avez demandé ${READINGS_AN_HOUR} lectures de dépôts en une heure. Réessayez dans ${minutes} min.`,
      `You asked for ${READINGS_AN_HOUR} readings of repositories within an hour. Try again in ${minutes} min.`,
    )
  }
  underWay++
  try {
    return await forge.read(address)
  } finally {
    underWay--
  }
}
