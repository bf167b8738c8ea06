import { createHash } from 'node:crypto'
import { type GuardedAnswer, guardedFetch } from '../guarded-fetch.ts'
import type { ForgeFault } from '../reading.ts'
import { ForgeRefusal } from '../refusal.ts'
import type { RepositoryAddress } from '../rules/address.ts'
import { versionOfTag } from '../rules/release-tag.ts'
import type { Reach } from './public-target.ts'

/** What a server advertises, as far as we look at it. */
export interface Advertised {
  /** Full name of the default branch, null for an empty repository. */
  head: string | null
  /** Names of the tags that name a version. */
  tags: string[]
  hash: 'sha1' | 'sha256'
  /** SHA-256 of the default branch and the tags: the branches of others' work do not count. */
  digest: string
  /** Where it was found, when the server sent us on. */
  from: string
}

/** Tags that are looked at: the highest versions. */
const MOST_TAGS = 300
/** Tags whose names are read: the last, in the order of the server, which is that of names. */
const MOST_LOOKED_AT = 20_000
const BY_VERSION = new Intl.Collator('en', { numeric: true })
/** Bytes of an advertisement: a few hundred thousand branches and requests to merge. */
const MOST_BYTES = 33_554_432
const TYPE = 'application/x-git-upload-pack-advertisement'

/**
 * Asks a server what it has, as the first request of any git client does (gitprotocol-http, the smart
 * protocol's reference discovery): one request, and mostly the only one of a visit. git itself is
 * started only where something has changed.
 * @throws ForgeRefusal of what the server answers instead.
 */
export async function askAdvertised(
  address: RepositoryAddress,
  options: Reach & { timeout: number },
): Promise<Advertised> {
  const answer = await guardedFetch(`${address.clone}/info/refs?service=git-upload-pack`, {
    ...options,
    headers: { 'User-Agent': 'git/Mutualibre', Accept: '*/*' },
    maxBytes: MOST_BYTES,
  })
  const fault = faultOf(answer)
  if (fault) throw new ForgeRefusal(fault, address.host, `status ${answer.status}`)
  const lines = packetLines(answer.body)
  if (lines === null) throw new ForgeRefusal('not-git', address.host, 'no packet lines')
  return { ...readLines(lines), from: answer.url.replace(/\/info\/refs\?.*$/, '') }
}

function faultOf({ status, headers }: GuardedAnswer): ForgeFault | null {
  if ([401, 403, 404, 410, 451].includes(status)) return 'not-found-or-private'
  if (status !== 200) return 'server-fault'
  return headers['content-type']?.startsWith(TYPE) ? null : 'not-git'
}

/** Lines of the format pkt-line, without their lengths; null where it is not that format. */
function packetLines(body: Buffer): string[] | null {
  const lines: string[] = []
  for (let at = 0; at < body.length; ) {
    const said = body.toString('latin1', at, at + 4)
    const length = /^[0-9a-f]{4}$/i.test(said) ? Number.parseInt(said, 16) : -1
    if (length < 0 || (length > 0 && length < 4) || at + length > body.length) return null
    if (length > 4) lines.push(body.toString('utf8', at + 4, at + length).replace(/\n$/, ''))
    at += Math.max(length, 4)
  }
  return lines
}

function readLines(lines: readonly string[]): Omit<Advertised, 'from'> {
  const commits = new Map<string, string>()
  let said = ''
  for (const line of lines) {
    const [found = '', capabilities] = line.split('\0')
    said ||= capabilities ?? ''
    const [, commit = '', name = ''] = /^([0-9a-f]{40,64}) (\S+)$/.exec(found) ?? []
    if (name && name !== 'capabilities^{}') commits.set(name, commit)
  }
  const tagLines = [...commits].filter(([name]) => name.startsWith('refs/tags/'))
  const head = headOf(commits, /(?:^| )symref=HEAD:(\S+)/.exec(said)?.[1])
  const counted = [
    `${head} ${head === null ? '' : commits.get(head)}`,
    ...tagLines.map(([name, commit]) => `${name} ${commit}`).sort(),
  ]
  return {
    head,
    tags: tagLines
      .slice(-MOST_LOOKED_AT)
      .map(([name]) => name.slice('refs/tags/'.length))
      .filter((name) => isSafeName(name) && versionOfTag(name) !== null)
      .sort((a, b) => BY_VERSION.compare(b, a))
      .slice(0, MOST_TAGS),
    hash: / ?object-format=sha256/.test(said) ? 'sha256' : 'sha1',
    digest: createHash('sha256').update(counted.join('\n')).digest('hex'),
  }
}

/** The default branch: as the server says, else the one that its HEAD is, else one of the usual names. */
function headOf(commits: ReadonlyMap<string, string>, said: string | undefined): string | null {
  const branches = [...commits.keys()].filter(
    (name) => name.startsWith('refs/heads/') && isSafeName(name),
  )
  const headCommit = commits.get('HEAD')
  return (
    branches.find((name) => name === said) ??
    branches.find((name) => headCommit !== undefined && commits.get(name) === headCommit) ??
    ['refs/heads/main', 'refs/heads/master'].find((name) => branches.includes(name)) ??
    branches[0] ??
    null
  )
}

/** What git allows in the name of a reference (git check-ref-format): a server may say anything. */
const isSafeName = (name: string): boolean =>
  name.length < 250 && !/[\p{C}\s~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$|\.lock$/u.test(name)
