import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import next from 'next'
import { listen } from './listen.ts'
import { contentSecurityPolicy } from './security-headers.ts'

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
export async function serve(options: {
  host: string
  port: number
  development: boolean
  /** The public address: served over https, browsers are told to stay there. */
  siteUrl: string
}): Promise<RunningServer> {
  const { host, port, development } = options
  const secure = options.siteUrl.startsWith('https://')
  const app = next({
    dev: development,
    dir: path.join(import.meta.dirname, '../..'),
    hostname: host,
    port,
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((request, response) => {
    prepare(request, response, development)
    if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
    if (!isReadable(request.url ?? '/')) {
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Adresse illisible / Unreadable address\n')
      return
    }
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent) response.statusCode = 500
      response.end()
    })
  })
  await listen(server, host, port)
  return {
    async stop() {
      await closeGently(server)
      await app.close()
    },
  }
}

function prepare(request: IncomingMessage, response: ServerResponse, development: boolean): void {
  const { policy } = contentSecurityPolicy(development)
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  // What a page needs to know of its own address; never what a visitor claims it to be.
  request.headers['x-mutualibre-path'] = (request.url ?? '/').split('?')[0] ?? '/'
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
