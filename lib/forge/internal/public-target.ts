import { lookup } from 'node:dns/promises'
import { ForgeRefusal } from '../refusal.ts'
import { isListedHost } from '../rules/listed-host.ts'
import { isPublicAddress, isPublicHost, literalAddress } from '../rules/public-address.ts'

/** A host resolved once: what is connected to is what was judged, whatever the name says next. */
export interface Target {
  hostname: string
  address: string
  family: 4 | 6
}

export type Resolve = (name: string) => Promise<ReadonlyArray<{ address: string; family: number }>>

const resolveAll: Resolve = (name) => lookup(name, { all: true })

export interface Reach {
  /** FORGE_HOSTS. */
  listed: readonly string[]
  /** The resolver of the system when left out. */
  resolve?: Resolve
}

/**
 * Where a host is, when we may go there: a name of which one address is private is not gone to.
 * @param hostname as URL gives it.
 * @throws ForgeRefusal `address-private` or `name-unknown`.
 */
export async function publicTarget(
  hostname: string,
  port: number | string,
  reach: Reach,
): Promise<Target> {
  const { listed, resolve = resolveAll } = reach
  const anywhere = isListedHost(listed, hostname, port)
  if (!anywhere && !isPublicHost(hostname)) throw new ForgeRefusal('address-private', hostname)
  const literal = literalAddress(hostname)
  if (literal) return { hostname, address: literal, family: literal.includes(':') ? 6 : 4 }

  const found = await resolve(hostname).catch((error: unknown) => {
    throw new ForgeRefusal('name-unknown', hostname, String(error))
  })
  const [first] = found
  if (!first) throw new ForgeRefusal('name-unknown', hostname)
  if (!anywhere && found.some(({ address }) => !isPublicAddress(address))) {
    throw new ForgeRefusal('address-private', hostname)
  }
  return { hostname, address: first.address, family: first.family === 6 ? 6 : 4 }
}

/** Which fault a failed connection is. */
export function connectionFault(error: unknown, host: string): ForgeRefusal {
  if (error instanceof ForgeRefusal) return error
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (/CERT|SELF_SIGNED|SIGNATURE|ERR_TLS|ERR_SSL|EPROTO/.test(code)) {
    return new ForgeRefusal('certificate', host, `${code} ${message}`)
  }
  if (/TIMEOUT|TIMEDOUT|ABORT/.test(code)) return new ForgeRefusal('host-silent', host, message)
  if (/ENOTFOUND|EAI_/.test(code)) return new ForgeRefusal('name-unknown', host, message)
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code)) {
    return new ForgeRefusal('host-refuses', host, message)
  }
  return new ForgeRefusal('server-fault', host, `${code} ${message}`)
}
