import { randomBytes } from 'node:crypto'

/** Addresses that answer with a file that someone sent, or with one that is made of their words. */
const FILES = /^\/api\/espace\/(documents|candidatures)\//

/** The policy of a file: it is saved, and if a browser drew it all the same, nothing in it could act. */
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** What the answer to an address carries; see contentSecurityPolicy. @param url as it was asked for. */
export function policyOf(url: string, development: boolean): string {
  if (FILES.test(url)) return FILE_POLICY
  return imagePolicy(url) ?? contentSecurityPolicy(development).policy
}

/**
 * The Content-Security-Policy of one answer. Next reads the nonce from the request's own header of that
 * name and puts it on its scripts; no inline script runs without it. Styles in attributes are allowed:
 * bars and maps draw their lengths and shades with them.
 * @param development the development server evaluates code and opens a socket.
 */
export function contentSecurityPolicy(development: boolean): { nonce: string; policy: string } {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  return { nonce, policy }
}

/** Images that other sites show: their answer reaches nothing, wherever it is opened. */
const SHOWN_ELSEWHERE =
  /^(?:\/(?:en|fr))?\/(?:label\/[^/]+\/laureats\/[^/]+\/badge(?:-signe)?|logiciels\/[^/]+\/badge\/[^/]+)\.svg$/

/** The policy of an answer that is no page; undefined for a page. @param url as it was asked for. */
export function imagePolicy(url: string): string | undefined {
  const path = url.split('?')[0] ?? ''
  return SHOWN_ELSEWHERE.test(path)
    ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
    : undefined
}
