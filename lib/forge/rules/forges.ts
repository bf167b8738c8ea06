export type ForgeKind = 'github' | 'gitlab' | 'forgejo' | 'sourcehut' | 'bitbucket' | 'git'

interface Forge {
  kind: ForgeKind
  /** What a host of it is called; none for those known by their pages alone. */
  host?: RegExp
  /** Other names of it, which lead to `canonical`. */
  alias?: RegExp
  canonical?: string
  /** What is only in the address of a page of this kind of forge. */
  page?: RegExp
  /** How many parts the path of a repository has; null where groups nest. */
  depth: number | null
  /** What is cloned ends so. */
  suffix: '.git' | ''
  /** Whether Group/Name and group/name are one. */
  ignoresCase: boolean
}

/** The forges that we know. The first that fits a host, else the first whose pages look so. */
export const FORGES: readonly Forge[] = [
  {
    kind: 'github',
    host: /^github\.com$/,
    alias: /^(www\.github\.com|raw\.githubusercontent\.com)$/,
    canonical: 'github.com',
    depth: 2,
    suffix: '.git',
    ignoresCase: true,
  },
  {
    kind: 'bitbucket',
    host: /^bitbucket\.org$/,
    alias: /^www\.bitbucket\.org$/,
    canonical: 'bitbucket.org',
    depth: 2,
    suffix: '.git',
    ignoresCase: true,
  },
  { kind: 'sourcehut', host: /^git\.sr\.ht$/, depth: 2, suffix: '', ignoresCase: false },
  {
    kind: 'forgejo',
    host: /^(codeberg\.org|gitea\.com|.*\b(gitea|forgejo)\b.*)$/,
    alias: /^www\.codeberg\.org$/,
    canonical: 'codeberg.org',
    page: /\/src\/(branch|tag|commit)\//,
    depth: 2,
    suffix: '.git',
    ignoresCase: true,
  },
  {
    kind: 'gitlab',
    host: /^(gitlab\.com|.*\bgitlab\b.*|framagit\.org|salsa\.debian\.org|source\.puri\.sm|forge\.apps\.education\.fr)$/,
    alias: /^www\.gitlab\.com$/,
    canonical: 'gitlab.com',
    page: /\/-(\/|$)/,
    depth: null,
    suffix: '.git',
    ignoresCase: true,
  },
]

/** A server of git that is none of them. */
export const PLAIN_GIT: Forge = { kind: 'git', depth: null, suffix: '', ignoresCase: false }

export function forgeOf(host: string, path: string): Forge {
  return (
    FORGES.find((forge) => forge.host?.test(host) || forge.alias?.test(host)) ??
    FORGES.find((forge) => forge.page?.test(path)) ??
    PLAIN_GIT
  )
}
