import type { IncomingMessage, ServerResponse } from 'node:http'

/** What went wrong and what to do, in one language. */
export interface PlainWords {
  title: string
  detail: string
}

/**
 * Answers a request that Next must not see, in the language of its address: problem details under /api/,
 * plain text to a script of our pages, a page of words to a person.
 */
export function answerInWords(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: { fr: PlainWords; en: PlainWords },
): void {
  const url = request.url ?? '/'
  const english = /^\/en(?:[/?]|$)/.test(url) || /[?&]lang=en\b/.test(url)
  const { title, detail } = english ? words.en : words.fr
  response.statusCode = status
  response.setHeader('Cache-Control', 'no-store')
  if (url.startsWith('/api/')) {
    response.setHeader('Content-Type', 'application/problem+json')
    response.end(JSON.stringify({ type: 'about:blank', title, status, detail }))
    return
  }
  if (request.headers['next-action'] !== undefined) {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.end(`${detail}\n`)
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

/** A length of time to wait, in the larger unit that fits, rounded up. */
export function inTime(seconds: number): { fr: string; en: string } {
  const minutes = seconds > 120
  const n = minutes ? Math.ceil(seconds / 60) : seconds
  const s = n > 1 ? 's' : ''
  return minutes
    ? { fr: `${n} minute${s}`, en: `${n} minute${s}` }
    : { fr: `${n} seconde${s}`, en: `${n} second${s}` }
}
