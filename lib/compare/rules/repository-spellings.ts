import { repositoryAddress } from '#lib/forge/rules/address.ts'

/** How one repository may be written: as the key of a visited one, and as addresses of entries. */
export interface Spellings {
  keys: string[]
  addresses: string[]
}

/**
 * The spellings of a repository that someone named: with and without `.git` and a last slash, https or
 * ssh, a page of it. Undefined for what is no address. Nothing is asked of it: a host of a private network
 * that visits may go to counts, too.
 */
export function spellingsOf(text: string): Spellings | undefined {
  const typed = text.trim()
  const url = URL.parse(typed)
  if (url && !SCHEMES.has(url.protocol)) return undefined
  const hosts = url ? [url.host, url.hostname] : []
  let names: string[]
  try {
    const { host, path, key } = repositoryAddress(typed, hosts)
    names = [...new Set([key, `${host}/${path}`, `${host}/${path.toLowerCase()}`])]
  } catch {
    return undefined
  }
  const spelt = (name: string) =>
    ['https://', 'http://'].flatMap((scheme) =>
      ['', '/', '.git'].map((end) => `${scheme}${name}${end}`),
    )
  return { keys: names, addresses: names.flatMap(spelt) }
}

const SCHEMES = new Set(['https:', 'http:', 'ssh:', 'git:'])
