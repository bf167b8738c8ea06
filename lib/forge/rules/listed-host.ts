/**
 * Whether the one who runs the service lists a host among those that may be of a private network, and
 * be reached by http. `host` lists all its ports, `host:port` that one.
 * @param hostname as URL gives it (IPv6 in brackets). @param port as a number, with the usual one filled in.
 */
export function isListedHost(
  listed: readonly string[],
  hostname: string,
  port: number | string,
): boolean {
  const name = hostname.toLowerCase()
  return listed.includes(name) || listed.includes(`${name}:${port}`)
}
