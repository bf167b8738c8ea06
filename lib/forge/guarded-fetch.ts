import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { type RequestOptions as HttpsRequestOptions, request as httpsRequest } from 'node:https'
import { connectionFault, publicTarget, type Reach, type Target } from './internal/public-target.ts'
import { ForgeRefusal } from './refusal.ts'
import { isListedHost } from './rules/listed-host.ts'
import { literalAddress } from './rules/public-address.ts'

export interface GuardedRequest extends Reach {
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** Of the answer's body, decoded by nobody: a megabyte when left out. */
  maxBytes?: number
  /** Milliseconds for all of it, redirects among them: ten seconds when left out. */
  timeout?: number
  /** How many are followed: five for a GET; a POST is never sent on. */
  redirects?: number
  signal?: AbortSignal
  /** Only the status counts: nothing of the answer's body is waited for or read. */
  withoutBody?: boolean
}

export interface GuardedAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** Where the answer came from, after redirects. */
  url: string
}

const NOT_ELSEWHERE = new Set(['authorization', 'cookie', 'private-token', 'proxy-authorization'])

/**
 * The one client for http(s) requests to addresses that others give us: the public network alone, by
 * https, unless the host is listed. Each name is resolved once and the connection pinned to what was
 * judged; each redirect is judged anew; time and size are bounded.
 * @throws ForgeRefusal when no answer can be had; an answer of any status is one.
 */
export async function guardedFetch(
  address: string | URL,
  options: GuardedRequest,
): Promise<GuardedAnswer> {
  const { method = 'GET', timeout = 10_000 } = options
  const follow = options.redirects ?? (method === 'POST' ? 0 : 5)
  const signal = AbortSignal.any([
    AbortSignal.timeout(timeout),
    ...(options.signal ? [options.signal] : []),
  ])
  const first = urlOf(address)
  let headers = { ...options.headers }
  for (let url = first, left = follow; ; left--) {
    const answer = await once(url, url === first ? options : { ...options, headers }, signal).catch(
      (error: unknown) => {
        const refusal = connectionFault(error, url.hostname)
        // The address was public: it is where it leads that is not.
        throw url !== first && refusal.fault === 'address-private'
          ? new ForgeRefusal('redirect-private', first.hostname)
          : refusal
      },
    )
    const { location } = answer.headers
    if (follow === 0 || !location || ![301, 302, 303, 307, 308].includes(answer.status)) {
      return { ...answer, url: url.href }
    }
    if (left === 0) throw new ForgeRefusal('server-fault', first.hostname, 'too many redirects')
    const next = urlOf(new URL(location, url))
    if (next.origin !== url.origin) headers = withoutSecrets(headers)
    url = next
  }
}

function urlOf(address: string | URL): URL {
  const url = typeof address === 'string' ? URL.parse(address) : address
  if (!url) throw new ForgeRefusal('address-not-an-address')
  if (!/^https?:$/.test(url.protocol)) throw new ForgeRefusal('address-scheme')
  if (url.username || url.password) throw new ForgeRefusal('address-has-password')
  return url
}

const withoutSecrets = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !NOT_ELSEWHERE.has(name.toLowerCase())),
  )

async function once(
  url: URL,
  options: GuardedRequest,
  signal: AbortSignal,
): Promise<Omit<GuardedAnswer, 'url'>> {
  const isTls = url.protocol === 'https:'
  const port = url.port || (isTls ? 443 : 80)
  const target = await publicTarget(url.hostname, port, options)
  if (!isTls && !isListedHost(options.listed, url.hostname, port)) {
    throw new ForgeRefusal('address-scheme')
  }
  const { method = 'GET', body, maxBytes = 1_048_576 } = options
  return new Promise((resolve, reject) => {
    const sent = (isTls ? httpsRequest : httpRequest)(
      {
        ...pinned(target),
        port,
        path: `${url.pathname}${url.search}`,
        method,
        headers: {
          Host: url.host,
          'User-Agent': 'Mutualibre',
          'Accept-Encoding': 'identity',
          ...options.headers,
          ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
        },
        agent: false,
        signal,
      },
      (answer) => {
        if (options.withoutBody) {
          answer.destroy()
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.alloc(0),
          })
          return
        }
        const chunks: Buffer[] = []
        let size = 0
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= maxBytes) return void chunks.push(chunk)
          reject(new ForgeRefusal('too-large', url.hostname))
          sent.destroy()
        })
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Connects to the address that was judged; TLS checks the name that was asked for. */
function pinned({ hostname, address, family }: Target): HttpsRequestOptions {
  const servername = literalAddress(hostname) ? {} : { servername: hostname }
  return { host: address, family, ...servername }
}
