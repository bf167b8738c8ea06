import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import next from 'next'
import { databaseFile, type Settings } from '#lib/env.ts'
import { expiredForms } from './expired-form.ts'
import { formGate } from './form-gate.ts'
import { listen } from './listen.ts'
import { movedSoftware } from './moved-software.ts'
import { searchLimit } from './search-limit.ts'
import { contentSecurityPolicy, imagePolicy } from './security-headers.ts'
import { startTasks } from './tasks.ts'

/** How long requests in flight may take to end once the server is told to stop, in milliseconds. */
const DRAIN_LIMIT = 10_000

export interface RunningServer {
  /** Refuses new connections, lets the requests in flight end, then resolves. */
  stop(): Promise<void>
}

/**
 * Serves the pages. Our own HTTP server carries Next, because only it can give each answer its nonce
 * without a proxy in front of every page, and end requests in flight before it stops.
 * @throws PortTaken
 */
export async function serve(options: Settings & { development: boolean }): Promise<RunningServer> {
  const { host, port, development } = options
  // A log whose reader is gone (a closed pipe) is not worth a service: Next logs every uncaught error,
  // that of its own log included, and would do nothing else for ever.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  // Served over https, browsers are told to stay there.
  const secure = options.siteUrl.startsWith('https://')
  const app = next({
    dev: development,
    dir: path.join(import.meta.dirname, '../..'),
    hostname: host,
    port,
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  const limit = searchLimit({ rate: options.searchRate, proxies: options.trustedProxies })
  const gate = formGate({ proxies: options.trustedProxies, development })
  const expired = options.accounts.enabled ? expiredForms(databaseFile(options)) : undefined
  const moved = movedSoftware(databaseFile(options))
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!(await gate.admit(request, response))) return
    if (expired && !(await expired.admit(request, response))) return
    const address = request.method === 'POST' ? undefined : moved.addressOf(request.url ?? '/')
    if (address !== undefined) {
      response.writeHead(308, { Location: address })
      response.end()
      return
    }
    if (await limit.admit(request, response)) await handle(request, response)
  }
  const server = createServer((request, response) => {
    prepare(request, response, development)
    if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
    if (!isReadable(request.url ?? '/')) {
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Adresse illisible / Unreadable address\n')
      return
    }
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent) response.statusCode = 500
      response.end()
    })
  })
  await listen(server, host, port)
  const tasks = startTasks(options)
  return {
    async stop() {
      await Promise.all([closeGently(server), tasks.stop()])
      moved.close()
      expired?.close()
      await app.close()
    },
  }
}

function prepare(request: IncomingMessage, response: ServerResponse, development: boolean): void {
  const { policy } = contentSecurityPolicy(development)
  // Next reads from itself the page that a form leads to, and would do so over https where a proxy in
  // front of us speaks it. Nothing else needs it: the public address is a setting.
  delete request.headers['x-forwarded-proto']
  request.headers['content-security-policy'] = policy
  // What an answer of Next says of it does not replace what stands here.
  response.setHeader('Content-Security-Policy', imagePolicy(request.url ?? '/') ?? policy)
  // What a page needs to know of its own address; never what a visitor claims it to be.
  request.headers['x-mutualibre-path'] = (request.url ?? '/').split('?')[0] ?? '/'
  request.headers['x-mutualibre-address'] = addressOf(request.url ?? '/')
}

/** Path and query as the address bar shows them: pages that are read within the site ask with one more. */
function addressOf(url: string): string {
  const [path = '/', ...queries] = url.split('?')
  const query = queries
    .join('?')
    .split('&')
    .filter((part) => !/^_rsc(=|$)/.test(part) && part !== '')
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

/** Whether the path can be decoded; Next answers 500 where it cannot. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '/')
    return true
  } catch {
    return false
  }
}

function closeGently(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
