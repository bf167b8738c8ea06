import { Socket } from 'node:net'

const THIS_MACHINE = new Set(['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'])
const refused: string[] = []

/**
 * Refuses every connection of this process to another machine, whatever opens it (fetch, http, tls, a
 * socket): all of them end in the one method that is guarded here.
 */
export function guardNetwork(): void {
  const connect = Socket.prototype.connect
  Socket.prototype.connect = function connectGuarded(this: Socket, ...args: unknown[]) {
    const address = addressOf(args)
    if (address !== null) {
      refused.push(address)
      throw new Error(`a test tried to reach ${address}: no test reaches the network`)
    }
    return Reflect.apply(connect, this, args)
  } as typeof connect
}

/** The addresses refused since the last call, which are then forgotten. */
export function takeRefusedAddresses(): string[] {
  return refused.splice(0)
}

/** What a call of `connect` wants to reach, in any of its forms; null when it stays on this machine. */
function addressOf(args: readonly unknown[]): string | null {
  // Node's own callers pass what they have already sorted out as one array: [options, callback].
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args
  const { host, port, path } =
    typeof first === 'object' && first !== null
      ? (first as { host?: string; port?: number | string; path?: string | null })
      : Number.isNaN(Number(first))
        ? { path: String(first) }
        : { port: Number(first), host: typeof second === 'string' ? second : undefined }
  if (path || !host || THIS_MACHINE.has(host)) return null
  return port === undefined ? host : `${host}:${port}`
}
