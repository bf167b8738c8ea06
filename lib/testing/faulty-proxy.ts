import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface FaultyProxy {
  url: string
  /** What is done to a request before it is passed on; answers it itself where it ends the response. */
  fault: ((request: IncomingMessage, response: ServerResponse) => void | Promise<void>) | null
  close(): Promise<void>
}

/** Stands before a real server and does to its answers what networks and servers do. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const { hostname, port } = new URL(target)
  const proxy: FaultyProxy = { url: '', fault: null, close: async () => undefined }
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      await proxy.fault?.(incoming, outgoing)
      if (outgoing.writableEnded || outgoing.destroyed) return
      const passed = request(
        {
          hostname,
          port,
          path: incoming.url,
          method: incoming.method,
          headers: { ...incoming.headers, connection: 'close' },
        },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      passed.on('error', () => outgoing.destroy())
      incoming.pipe(passed)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  proxy.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return proxy
}

/** Every answer comes so many milliseconds late. */
export const late = (ms: number) => async () => {
  await sleep(ms)
}

/** Every answer is this status. */
export const failing =
  (status: number) => (_incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.writeHead(status, { 'Content-Type': 'application/json' })
    outgoing.end(JSON.stringify({ message: 'out of order', code: 'internal', type: 'internal' }))
  }

/** The server says it is of another version. */
export const ofVersion =
  (pkgVersion: string) => (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.url !== '/version') return
    outgoing.writeHead(200, { 'Content-Type': 'application/json' })
    outgoing.end(JSON.stringify({ commitSha: '', commitDate: '', pkgVersion }))
  }
