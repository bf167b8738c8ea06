import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { answerInWords, inTime } from './plain-answer.ts'
import { secondsToWait } from './seconds-to-wait.ts'

const MINUTE = 60

export interface SearchLimit {
  /** Whether the request may go on; where not, it has been answered with 429 and Retry-After. */
  admit(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/**
 * Bounds how often one address searches: the address for programs, and every page that is asked for a
 * search. Reading pages is not counted.
 * @param rate searches a minute; @param proxies see clientAddress.
 */
export function searchLimit({ rate, proxies }: { rate: number; proxies: number }): SearchLimit {
  const limiter = new RateLimiterMemory({ points: rate, duration: MINUTE })
  return {
    async admit(request, response) {
      const url = request.url ?? '/'
      if (!isSearch(url)) return true
      const seconds = await secondsToWait(limiter, request, proxies)
      if (seconds > 0) refuse(request, response, seconds)
      return seconds === 0
    },
  }
}

function isSearch(url: string): boolean {
  const [path = '', query = ''] = url.split('?', 2)
  return path === '/api/v1/search' || new URLSearchParams(query).get('q') !== null
}

function refuse(request: IncomingMessage, response: ServerResponse, seconds: number): void {
  const wait = inTime(seconds)
  response.setHeader('Retry-After', String(seconds))
  answerInWords(request, response, 429, {
    fr: {
      title: 'Trop de recherches',
      detail: `Trop de recherches sont venues de votre réseau en une minute. Réessayez dans ${wait.fr}.`,
    },
    en: {
      title: 'Too many searches',
      detail: `Too many searches came from your network within a minute. Try again in ${wait.en}.`,
    },
  })
}
