import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { ForgeRefusal } from '../refusal.ts'
import { isListedHost } from '../rules/listed-host.ts'
import { connectionFault, publicTarget, type Reach } from './public-target.ts'

/** Milliseconds to connect, and without a byte, before a host is silent. */
const CONNECT_TIME = 10_000

export interface GuardedProxy {
  /** What git is given as `http.proxy`, with a password that nobody else on this machine has. */
  readonly url: string
  /** The first thing that it refused or that failed: git itself says little of it. */
  readonly fault: ForgeRefusal | null
  /** Bytes that have come in so far. */
  readonly received: number
  /** Bytes that may come in from now on; beyond, every connection ends. */
  allow(bytes: number): void
  /** Forgets a fault of the size, so that something smaller may be asked for. */
  forgive(): void
  close(): Promise<void>
}

/**
 * What stands between git and the network for one visit: a forward proxy on loopback. git never resolves
 * a name nor connects by itself, so each of its connections, those of redirects among them, is judged,
 * pinned and counted here. With https it sees only ciphertext: git itself verifies the certificate.
 * @param options.origin where git is to go first. @param options.idle milliseconds without a byte.
 */
export async function startGuardedProxy(
  options: Reach & { origin: URL; idle?: number },
): Promise<GuardedProxy> {
  const { listed, origin, idle = 30_000 } = options
  const host = origin.hostname
  const first = `${host}:${origin.port || (origin.protocol === 'http:' ? 80 : 443)}`
  const password = randomBytes(18).toString('hex')
  const expected = `Basic ${Buffer.from(`git:${password}`).toString('base64')}`
  const sockets = new Set<Duplex>()
  const state = { fault: null as ForgeRefusal | null, received: 0, limit: 0 }

  const refuse = (error: unknown, hostname: string, port?: number): void => {
    const refusal = connectionFault(error, hostname)
    // The address was public: it is where it leads that is not.
    const isElsewhere = port !== undefined && `${hostname}:${port}` !== first
    state.fault ??=
      refusal.fault === 'address-private' && isElsewhere
        ? new ForgeRefusal('redirect-private', host)
        : refusal
  }
  const count = (chunk: Buffer): void => {
    state.received += chunk.length
    if (state.received <= state.limit) return
    refuse(new ForgeRefusal('too-large', host), host)
    for (const socket of sockets) socket.destroy()
  }
  const watch = (socket: Socket, hostname: string): void => {
    socket.setTimeout(idle, () => {
      refuse(new ForgeRefusal('host-silent', hostname), hostname)
      socket.destroy()
    })
  }

  const server = createServer((asked, answer) => void passOn(asked, answer))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  server.on('connect', (asked, socket, head) => void tunnel(asked, socket, head))

  /** https: bytes both ways. */
  async function tunnel(asked: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => undefined)
    if (asked.headers['proxy-authorization'] !== expected) return end(client, 407)
    const url = URL.parse(`https://${asked.url}`)
    if (!url) return end(client, 400)
    const { hostname } = url
    const port = Number(url.port || 443)
    try {
      const target = await publicTarget(hostname, port, options)
      const far = connect({ host: target.address, port, timeout: CONNECT_TIME })
      sockets.add(far)
      far.on('close', () => {
        sockets.delete(far)
        client.destroy()
      })
      client.on('close', () => far.destroy())
      far.on('timeout', () => far.destroy(new ForgeRefusal('host-silent', hostname)))
      far.on('error', (error) => {
        refuse(error, hostname)
        end(client, 502)
      })
      far.on('connect', () => {
        far.removeAllListeners('timeout')
        watch(far, hostname)
        client.write('HTTP/1.1 200 Connected\r\n\r\n')
        far.write(head)
        far.on('data', count)
        far.pipe(client)
        client.pipe(far)
      })
    } catch (error) {
      refuse(error, hostname, port)
      end(client, 403)
    }
  }

  /** http, to a host that is listed. */
  async function passOn(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (asked.headers['proxy-authorization'] !== expected) {
      answer.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="git"' }).end()
      return
    }
    const url = URL.parse(asked.url ?? '')
    if (url?.protocol !== 'http:') return void answer.writeHead(400).end()
    const { hostname } = url
    const port = Number(url.port || 80)
    try {
      const target = await publicTarget(hostname, port, options)
      if (!isListedHost(listed, hostname, port)) throw new ForgeRefusal('address-scheme', hostname)
      const { 'proxy-authorization': _ours, 'proxy-connection': _too, ...headers } = asked.headers
      const sent = request(
        {
          host: target.address,
          port,
          path: `${url.pathname}${url.search}`,
          method: asked.method ?? 'GET',
          headers: { ...headers, connection: 'close' },
          agent: false,
          timeout: idle,
        },
        (far) => {
          answer.writeHead(far.statusCode ?? 502, far.headers)
          far.on('data', count)
          far.on('error', () => answer.destroy())
          far.pipe(answer)
        },
      )
      sent.on('socket', (socket) => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
      })
      sent.on('timeout', () => sent.destroy(new ForgeRefusal('host-silent', hostname)))
      sent.on('error', (error) => {
        refuse(error, hostname)
        if (answer.headersSent) answer.destroy()
        else answer.writeHead(502).end()
      })
      answer.on('close', () => sent.destroy())
      asked.pipe(sent)
    } catch (error) {
      refuse(error, hostname, port)
      answer.writeHead(403).end()
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://git:${password}@127.0.0.1:${port}`,
    get fault() {
      return state.fault
    },
    get received() {
      return state.received
    },
    allow(bytes) {
      state.limit = state.received + bytes
    },
    forgive() {
      if (state.fault?.fault === 'too-large') state.fault = null
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await closed
    },
  }
}

function end(client: Duplex, status: number): void {
  client.end(
    `HTTP/1.1 ${status} Refused\r\nProxy-Authenticate: Basic realm="git"\r\nConnection: close\r\n\r\n`,
  )
}
