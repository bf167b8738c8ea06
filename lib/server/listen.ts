import type { Server } from 'node:http'

export class PortTaken extends Error {
  override name = 'PortTaken'
}

/** Listens, or says why not. @throws PortTaken */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(`${host}:${port}`) : error)
    })
    server.listen(port, host, () => resolve())
  })
}
