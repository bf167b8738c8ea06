import type { IncomingMessage } from 'node:http'
import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from './client-address.ts'

/**
 * Counts one more request of an address.
 * @returns 0 when it may go on, else the seconds after which it may come back.
 */
export async function secondsToWait(
  limiter: RateLimiterMemory,
  request: IncomingMessage,
  proxies: number,
): Promise<number> {
  try {
    await limiter.consume(clientAddress(request, proxies))
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
  }
}
