import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * The address that a request is counted under: the visitor's, as the nearest of our own proxies saw it.
 * What stands further left in X-Forwarded-For is whatever the visitor wrote there. IPv6 is counted by
 * its /64, which is what one subscriber has.
 * @param proxies how many proxies of ours stand in front of the server; 0 takes nobody's word.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const told = proxies > 0 ? forwarded.at(-proxies) : undefined
  const address = (told ?? request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  return isIPv6(address) ? subnetOf(address) : address
}

function subnetOf(address: string): string {
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? 8 - left.length - right.length : 0
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
