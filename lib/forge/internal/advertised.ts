import { createHash } from 'node:crypto'
import { versionOfTag } from '../rules/release-tag.ts'

/** What a server advertises, as far as we look at it. */
export interface Advertised {
  /** Full name of the default branch, null for an empty repository. */
  head: string | null
  /** Names of the tags that name a version. */
  tags: string[]
  hash: 'sha1' | 'sha256'
  /** SHA-256 of the default branch and the tags: the branches of others' work do not count. */
  digest: string
}

/** Tags that are looked at: the highest versions. */
const MOST_TAGS = 300

/** Reads `git ls-remote --symref`. */
export function readAdvertised(text: string): Advertised {
  const commits = new Map<string, string>()
  let head: string | null = null
  for (const line of text.split('\n')) {
    const [value = '', name = ''] = line.split('\t')
    if (value.startsWith('ref: ') && name === 'HEAD') head = value.slice(5)
    else if (name) commits.set(name, value)
  }
  const headCommit = commits.get('HEAD')
  // A server of an old version, or one whose HEAD names a branch that is not there.
  if (head === null || !commits.has(head)) {
    const branches = [...commits.keys()].filter((name) => name.startsWith('refs/heads/'))
    head =
      branches.find((name) => headCommit !== undefined && commits.get(name) === headCommit) ??
      ['refs/heads/main', 'refs/heads/master'].find((name) => commits.has(name)) ??
      branches[0] ??
      null
  }
  const tagLines = [...commits].filter(([name]) => name.startsWith('refs/tags/'))
  const tags = tagLines
    .map(([name]) => name.slice('refs/tags/'.length))
    .filter((name) => !name.endsWith('^{}') && versionOfTag(name) !== null)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .slice(0, MOST_TAGS)
  const counted = [
    `${head} ${head === null ? '' : commits.get(head)}`,
    ...tagLines.map(([name, commit]) => `${name} ${commit}`).sort(),
  ]
  const some = [...commits.values()][0] ?? ''
  return {
    head,
    tags,
    hash: some.length === 64 ? 'sha256' : 'sha1',
    digest: createHash('sha256').update(counted.join('\n')).digest('hex'),
  }
}
