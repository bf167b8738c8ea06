import { ForgeRefusal } from '../refusal.ts'
import { type ForgeKind, forgeOf } from './forges.ts'
import { isListedHost } from './listed-host.ts'
import { isPublicHost } from './public-address.ts'

export interface RepositoryAddress {
  /** What git is given: https, or http for a host that is listed. */
  clone: string
  /** The same for every spelling of one repository: `gitlab.adullact.net/ville/cimetiere`. */
  key: string
  /** For people to follow. */
  page: string
  /** With its port where it is not the usual one. */
  host: string
  /** The path of the repository on its host, without `.git`. */
  path: string
  kind: ForgeKind
}

const LONGEST = 500
/** Where the path of a repository ends and that of a page of it begins. */
const PAGES = new Set(
  '- tree blob raw src commits commit issues merge_requests pulls pull wiki wikis releases tags branches actions log refs about plain'.split(
    ' ',
  ),
)
/** First parts of a path that are no group of a forge. */
const NOT_GROUPS = new Set(['groups', 'explore', 'users', 'orgs', 'topics', 'search', 'help'])

/**
 * What people paste where a repository is asked for: its page, a page of one of its files or branches,
 * what `git clone` takes, in any spelling.
 * @param listed the hosts of FORGE_HOSTS.
 * @throws ForgeRefusal with an `address-…` fault.
 */
export function repositoryAddress(text: string, listed: readonly string[] = []): RepositoryAddress {
  const url = parse(text.trim())
  const port = url.port || (url.protocol === 'http:' ? '80' : '443')
  const isListed = isListedHost(listed, url.hostname, port)
  if (!isListed && !isPublicHost(url.hostname)) {
    throw new ForgeRefusal('address-private', url.hostname)
  }
  if (url.protocol === 'http:' && !isListed) throw new ForgeRefusal('address-scheme')

  const forge = forgeOf(url.hostname, url.pathname)
  const host = forge.alias?.test(url.hostname) ? (forge.canonical ?? url.host) : url.host
  const parts = partsOf(url)
  const [first = ''] = parts
  const inner = repositoryParts(parts, forge.depth)
  const needed = forge.kind === 'git' ? 1 : 2
  if (inner.length < needed || (forge.kind !== 'git' && NOT_GROUPS.has(first))) {
    throw new ForgeRefusal('address-is-a-page')
  }
  const path = inner.join('/').replace(/\.git$/i, '')
  if (path === '') throw new ForgeRefusal('address-is-a-page')
  const origin = `${url.protocol}//${host}`
  // A plain server may serve one spelling alone: what was pasted.
  const suffix = forge.kind === 'git' && /\.git$/i.test(inner.at(-1) ?? '') ? '.git' : forge.suffix
  return {
    clone: `${origin}/${path}${suffix}`,
    key: `${host}/${forge.ignoresCase ? path.toLowerCase() : path}`,
    page: `${origin}/${path}`,
    host,
    path,
    kind: forge.kind,
  }
}

/** The path of the repository alone: what follows is one of its pages. */
function repositoryParts(parts: string[], depth: number | null): string[] {
  const ends = parts.findIndex(
    (part, index) =>
      (index > 0 && PAGES.has(part) && (depth === null || index >= depth)) ||
      (index > 0 && /\.git$/i.test(parts[index - 1] ?? '')),
  )
  const all = ends < 0 ? parts : parts.slice(0, ends)
  return depth === null ? all : all.slice(0, depth)
}

function parse(text: string): URL {
  const bare = text
    .replace(/^git\s+clone\s+/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim()
  // Whatever a shell, git or a log could take for something else than an address.
  if (
    bare === '' ||
    bare.length > LONGEST ||
    /[\s\p{C}\\"'<>`|^{}]/u.test(bare) ||
    bare.startsWith('-')
  ) {
    throw new ForgeRefusal('address-not-an-address')
  }
  const url = asUrl(bare)
  const { username, password } = url
  if (password || (username && username !== 'git')) throw new ForgeRefusal('address-has-password')
  return url
}

function asUrl(bare: string): URL {
  // `ext::sh -c …`, `fd::…`: programs that git would run.
  if (/^[a-z0-9+.-]*::/i.test(bare)) throw new ForgeRefusal('address-scheme')
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(bare) ?? []
  if (scheme === undefined) {
    const scp = /^(?:\w[\w.-]*@)?([a-z0-9][a-z0-9.-]*\.[a-z]{2,}):(?!\d+(?:\/|$))(.+)$/i.exec(bare)
    if (scp) return toUrl(`https://${scp[1]}/${scp[2]}`)
    if (!/^[^/:@]+\.[^/:@]+(:\d+)?(\/|$)/.test(bare))
      throw new ForgeRefusal('address-not-an-address')
    return toUrl(`https://${bare}`)
  }
  switch (scheme.toLowerCase()) {
    case 'https':
    case 'git+https':
      return toUrl(`https://${rest}`)
    case 'http':
    case 'git+http':
      return toUrl(`http://${rest}`)
    case 'ssh':
    case 'git+ssh':
    case 'git': {
      // The port is that of ssh.
      const url = toUrl(`https://${rest}`)
      url.port = ''
      return url
    }
    default:
      throw new ForgeRefusal('address-scheme')
  }
}

function toUrl(text: string): URL {
  const url = URL.parse(text)
  if (!url?.hostname || url.hostname.startsWith('-'))
    throw new ForgeRefusal('address-not-an-address')
  return url
}

/** The parts of the path, each safe to be an argument and a name. */
function partsOf(url: URL): string[] {
  return url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      const plain = decoded(part)
      const isMark = plain === '-'
      if (
        plain === null ||
        (!isMark && plain.startsWith('-')) ||
        /[/\\\p{C}]|^\.{1,2}$/u.test(plain)
      ) {
        throw new ForgeRefusal('address-not-an-address')
      }
      return part
    })
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
