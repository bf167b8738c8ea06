import { type ForgeKind, forgeOf } from './forges.ts'

/** Where each forge shows a file at a commit, a commit, and its releases or tags. */
const PAGES: Record<
  Exclude<ForgeKind, 'git'>,
  {
    file: (commit: string, path: string, line: number) => string
    commit: (commit: string) => string
    releases: string
  }
> = {
  github: {
    file: (commit, path, line) => `blob/${commit}/${path}${line > 0 ? `#L${line}` : ''}`,
    commit: (commit) => `commit/${commit}`,
    releases: 'releases',
  },
  gitlab: {
    file: (commit, path, line) => `-/blob/${commit}/${path}${line > 0 ? `#L${line}` : ''}`,
    commit: (commit) => `-/commit/${commit}`,
    releases: '-/tags',
  },
  forgejo: {
    file: (commit, path, line) => `src/commit/${commit}/${path}${line > 0 ? `#L${line}` : ''}`,
    commit: (commit) => `commit/${commit}`,
    releases: 'tags',
  },
  sourcehut: {
    file: (commit, path, line) => `tree/${commit}/item/${path}${line > 0 ? `#L${line}` : ''}`,
    commit: (commit) => `commit/${commit}`,
    releases: 'refs',
  },
  bitbucket: {
    file: (commit, path, line) => `src/${commit}/${path}${line > 0 ? `#lines-${line}` : ''}`,
    commit: (commit) => `commits/${commit}`,
    releases: 'downloads/?tab=tags',
  },
}

/**
 * The pages of a repository on its forge; null where we do not know how it names them: a plain server of
 * git has none.
 * @param address what is cloned, or its page.
 */
export function forgePages(address: string): {
  file: (commit: string, path: string, line?: number) => string
  commit: (commit: string) => string
  releases: string
} | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const { kind } = forgeOf(url.hostname, url.pathname)
  if (kind === 'git') return null
  const pages = PAGES[kind]
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\.git$/i, '')}`
  return {
    file: (commit, path, line = 0) =>
      `${base}/${pages.file(commit, path.split('/').map(encodeURIComponent).join('/'), line)}`,
    commit: (commit) => `${base}/${pages.commit(commit)}`,
    releases: `${base}/${pages.releases}`,
  }
}
