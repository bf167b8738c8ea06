import type { Settings } from '#lib/env.ts'
import { readCodemeta } from '#lib/publiccode/codemeta.ts'
import { readPubliccode } from '#lib/publiccode/read.ts'
import { askForge } from './forge-api.ts'
import { type Advertised, askAdvertised } from './internal/advertised.ts'
import type { Resolve } from './internal/public-target.ts'
import { countedSince, readMonths, readReleases } from './internal/read-log.ts'
import { bringBlobs, readBlobs, readTree, type TreeFile } from './internal/read-tree.ts'
import { type Part, startVisit, type Visit } from './internal/visit.ts'
import { licenceOfFile, oneLicence } from './read-licences.ts'
import type { RepositoryReading, TextFile } from './reading.ts'
import { ForgeRefusal } from './refusal.ts'
import { repositoryAddress } from './rules/address.ts'
import { careSigns, filesToRead } from './rules/care-signs.ts'
import { TOKEN_FILES } from './rules/token-files.ts'
import { unreadablePubliccode } from './rules/unreadable-file.ts'

export interface ReadOptions {
  /** With tokens, the API of the forge is asked, too. */
  settings: Pick<Settings, 'forgeHosts'> & Partial<Pick<Settings, 'forgeTokens'>>
  /** The refsDigest of the last reading: the same now, and nothing is read. */
  known?: string
  now?: Date
  /** Milliseconds for the whole visit: two minutes. */
  timeout?: number
  /** Milliseconds without a byte: twenty seconds. */
  idle?: number
  /** For tests: what resolves names, and where git is looked for. */
  resolve?: Resolve
  path?: string
}

/** Bytes of a file of its kind that are read. */
const MOST = {
  publiccode: 1_048_576,
  codemeta: 1_048_576,
  readme: 524_288,
  licence: 262_144,
  token: 4_096,
}
/** Up to so many tags, their trees come with that of the branch: one request less. */
const FEW_TAGS = 24

/**
 * Visits a repository over the git protocol: what it advertises, then, by git, the tree of its branch without
 * any content, the few files that we read, its log and its tags. Bounded in time, memory and disk
 * whatever the server does; nothing of it is left behind.
 * @throws ForgeRefusal with a sentence for the publisher.
 */
export async function readRepository(
  text: string,
  options: ReadOptions,
): Promise<RepositoryReading | { unchanged: true }> {
  const { settings, now = new Date(), timeout = 120_000, idle = 20_000 } = options
  const address = repositoryAddress(text, settings.forgeHosts)
  const reach = {
    listed: settings.forgeHosts,
    ...(options.resolve ? { resolve: options.resolve } : {}),
  }
  const advertised = await askAdvertised(address, { ...reach, timeout: idle })
  if (advertised.digest === options.known) return { unchanged: true }
  const { forgeTokens = {}, forgeHosts } = settings
  const asked = await askForge(address, { settings: { forgeHosts, forgeTokens } })
  const reading = {
    address: address.clone,
    readAt: now.toISOString(),
    refsDigest: advertised.digest,
    redirectedTo: redirectedTo(advertised.from, address.key, forgeHosts),
    forge: asked === null || asked === 'unchanged' ? null : asked.says,
  }
  if (advertised.head === null) return { ...reading, ...NOTHING }
  const visit = await startVisit(address, {
    ...{ ...reach, timeout, idle },
    ...(options.path === undefined ? {} : { path: options.path }),
  })
  try {
    return { ...reading, ...(await readInside(visit, advertised, advertised.head, now)) }
  } finally {
    await visit.end()
  }
}

const NOTHING = {
  head: null,
  publiccode: null,
  codemeta: null,
  licenceFiles: [],
  licenceDetected: null,
  readme: null,
  releases: [],
  months: [],
  monthsKnown: true,
  signs: careSigns([]),
} satisfies Partial<RepositoryReading>

type Inside = Omit<
  RepositoryReading,
  'address' | 'readAt' | 'refsDigest' | 'redirectedTo' | 'forge'
>

async function readInside(
  visit: Visit,
  advertised: Advertised,
  branch: string,
  now: Date,
): Promise<Inside> {
  const head = `+${branch}:refs/heads/head`
  const tags = advertised.tags.map((tag) => `+refs/tags/${tag}:refs/tags/${tag}`)
  const fetch = (part: Part, how: readonly string[], what: readonly string[]) => {
    visit.prepare(part, advertised.hash)
    return visit.remote(
      ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...how, '--stdin', 'origin'],
      { part, input: `${what.join('\n')}\n` },
    )
  }
  const few = tags.length <= FEW_TAGS
  const { stderr } = await fetch(
    'tree',
    ['--depth=1', '--filter=blob:none'],
    few ? [head, ...tags] : [head],
  )
  const filters = !/filtering not recognized/.test(stderr)
  if (!few) await fetch('tags', ['--depth=1', '--filter=tree:0'], tags)

  const shown = await visit.local([
    'rev-list',
    '--max-count=1',
    '--format=%H %ct',
    'refs/heads/head',
  ])
  const [commit = '', seconds] = (shown.stdout.toString().split('\n')[1] ?? '').split(' ')
  const date = new Date(Number(seconds) * 1_000)
  const since = countedSince(now)
  const months =
    date < since
      ? []
      : await fetch('log', ['--filter=tree:0', `--shallow-since=${since.toISOString()}`], [head])
          .then(() => readMonths(visit, 'log', now))
          .catch((error: unknown) => {
            // Without filters the log comes with all that it changed, which may be more than we take.
            const tooMuch = error instanceof ForgeRefusal && error.fault === 'too-large'
            if (filters || !tooMuch) throw error
            visit.proxy.forgive()
            return null
          })
  const tree = await readTree(visit)
  return {
    head: { branch: branch.replace(/^refs\/heads\//, ''), commit, date: date.toISOString() },
    ...(await readFiles(visit, tree, filters)),
    releases: await readReleases(visit, few ? 'tree' : 'tags'),
    months: months ?? [],
    monthsKnown: months !== null,
    signs: careSigns(tree.map(({ path }) => path)),
  }
}

type Files = Pick<
  RepositoryReading,
  'publiccode' | 'codemeta' | 'licenceFiles' | 'licenceDetected' | 'readme' | 'tokenFiles'
>

async function readFiles(
  visit: Visit,
  tree: readonly TreeFile[],
  filters: boolean,
): Promise<Files> {
  const byPath = new Map(tree.map((file) => [file.path, file]))
  const chosen = filesToRead([...byPath.keys()])
  const most = new Map<string, number>()
  const want = (path: string | null, bytes: number) => {
    const file = path === null ? undefined : byPath.get(path)
    if (file && !file.isLink) most.set(file.id, Math.max(bytes, most.get(file.id) ?? 0))
  }
  want(chosen.publiccode, MOST.publiccode)
  want(chosen.codemeta, MOST.codemeta)
  want(chosen.readme, MOST.readme)
  for (const path of chosen.licences) want(path, MOST.licence)
  for (const path of TOKEN_FILES) want(path, MOST.token)

  // A server without filters has sent all of them already.
  const here = filters ? await bringBlobs(visit, [...most.keys()]) : new Set(most.keys())
  const contents = await readBlobs(visit, new Map([...most].filter(([id]) => here.has(id))))
  const bytesOf = (path: string | null) => contents.get(byPath.get(path ?? '')?.id ?? '')
  const textOf = (path: string | null): TextFile | null => {
    const bytes = path === null ? undefined : bytesOf(path)
    return path === null || bytes === undefined ? null : { path, text: bytes.toString() }
  }

  const licenceFiles = chosen.licences.flatMap((path) => {
    const file = textOf(path)
    return file ? [{ path, spdx: licenceOfFile(path, file.text) }] : []
  })
  const codemeta = textOf(chosen.codemeta)
  return {
    publiccode: publiccodeOf(chosen.publiccode, byPath, bytesOf(chosen.publiccode)),
    codemeta: codemeta && { ...codemeta, values: readCodemeta(codemeta.text) },
    licenceFiles,
    licenceDetected: oneLicence(licenceFiles),
    readme: textOf(chosen.readme),
    tokenFiles: TOKEN_FILES.flatMap((path) => textOf(path) ?? []),
  }
}

/** A file that is there but is not read is said so, as a finding of its own. */
function publiccodeOf(
  path: string | null,
  byPath: ReadonlyMap<string, TreeFile>,
  bytes: Buffer | undefined,
): RepositoryReading['publiccode'] {
  if (path === null) return null
  if (bytes) return { path, text: bytes.toString(), reading: readPubliccode(bytes) }
  const why = byPath.get(path)?.isLink ? 'file-is-link' : 'file-too-large'
  return { path, text: '', reading: unreadablePubliccode(why) }
}

/** Where the server sent us on to, when that is the address of another repository. */
function redirectedTo(from: string, key: string, listed: readonly string[]): string | null {
  try {
    const address = repositoryAddress(from, listed)
    return address.key === key ? null : address.clone
  } catch {
    return null
  }
}
