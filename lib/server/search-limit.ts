import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from './client-address.ts'

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
      try {
        await limiter.consume(clientAddress(request, proxies))
        return true
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        refuse(url, response, Math.ceil(refusal.msBeforeNext / 1_000))
        return false
      }
    },
  }
}

function isSearch(url: string): boolean {
  const [path = '', query = ''] = url.split('?', 2)
  return path === '/api/v1/search' || new URLSearchParams(query).get('q') !== null
}

function refuse(url: string, response: ServerResponse, seconds: number): void {
  const english = url.startsWith('/en/') || url.startsWith('/en?') || /[?&]lang=en\b/.test(url)
  const title = english ? 'Too many searches' : 'Trop de recherches'
  const wait = `${seconds} ${english ? (seconds > 1 ? 'seconds' : 'second') : seconds > 1 ? 'secondes' : 'seconde'}`
  const detail = english
    ? `Too many searches came from your network within a minute. Try again in ${wait}.`
    : `Trop de recherches sont venues de votre réseau en une minute. Réessayez dans ${wait}.`
  response.statusCode = 429
  response.setHeader('Retry-After', String(seconds))
  response.setHeader('Cache-Control', 'no-store')
  if (url.startsWith('/api/')) {
    response.setHeader('Content-Type', 'application/problem+json')
    response.end(JSON.stringify({ type: 'about:blank', title, status: 429, detail }))
    return
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  const [lang, home, back] = english
    ? ['en', '/en', 'Back to the home page']
    : ['fr', '/', 'Retour à l’accueil']
  response.end(`<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title} — Mutualibre</title></head>
<body><main><h1>${title}</h1><p>${detail}</p><p><a href="${home}">${back}</a></p></main></body></html>`)
}
