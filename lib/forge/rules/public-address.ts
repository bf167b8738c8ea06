import ipaddr from 'ipaddr.js'

/** Names that are never on the public network (RFC 6761, 6762, 8375, and what routers use). */
const PRIVATE_NAMES =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|home\.arpa)$/

/**
 * Whether an address is one of the public network: `unicast` is what is left when loopback, private,
 * link-local (and the metadata of clouds in it), CGNAT, ULA, multicast, documentation and the like
 * are taken away. An IPv4 address that is inside an IPv6 one is judged as the IPv4 address.
 * @param address as a resolver gives it.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const inner = innerIpv4(parsed as ipaddr.IPv6)
  if (inner) return isPublicAddress(inner)
  // 2000::/3 is all that is given out (IANA, IPv6 address space): a gateway's own prefix is not in it.
  return parsed.range() === 'unicast' && ((parsed as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}

/** The IPv4 address that a mapped, a NAT64 or a 6to4 address leads to. */
function innerIpv4(address: ipaddr.IPv6): string | null {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().toString()
  const bytes = address.toByteArray()
  const range = address.range()
  if (range === 'rfc6052') return bytes.slice(12).join('.')
  if (range === '6to4') return bytes.slice(2, 6).join('.')
  return null
}

/** An address written as a host of a URL: `[::1]` is `::1`; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}

/** Whether a host may be of the public network, before anything is resolved. */
export function isPublicHost(hostname: string): boolean {
  const literal = literalAddress(hostname)
  if (literal) return isPublicAddress(literal)
  return hostname.includes('.') && !PRIVATE_NAMES.test(hostname.replace(/\.$/, ''))
}
