import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A file of a test's repository; `link` makes it a symbolic link to that target. */
export type FileSpec = string | Uint8Array | { link: string }

export interface CommitSpec {
  files?: Record<string, FileSpec>
  /** Paths taken away. */
  remove?: string[]
  message?: string
  /** `Camille <camille@example.org>`. */
  author?: string
  /** ISO 8601; a day after the commit before it when left out, 2025-01-01 for the first. */
  date?: string
}

export interface TagSpec {
  name: string
  /** Which of these commits, from 0; the last when left out. */
  at?: number
  /** ISO 8601: the tag is annotated, with this date. */
  annotated?: string
}

export interface RepositorySpec {
  /** The files of one commit, the first. */
  files?: Record<string, FileSpec>
  /** What comes after it. */
  commits?: CommitSpec[]
  tags?: Array<string | TagSpec>
  /** `main` when left out. */
  branch?: string
  /** Whether the server sends parts of a repository alone (`--filter`): true, as forges do. */
  filters?: boolean
}

const FIRST_DATE = '2025-01-01T12:00:00Z'
const DAY = 86_400_000
export const AUTHOR = 'Camille Martin <camille@example.org>'

/**
 * Makes a bare repository. Nothing given: an empty one, without a commit.
 * @returns the last commit, null when there is none.
 */
export function makeRepository(folder: string, spec: RepositorySpec = {}): string | null {
  const { branch = 'main', filters = true } = spec
  for (const part of ['objects/pack', 'refs/heads', 'refs/tags']) {
    mkdirSync(path.join(folder, part), { recursive: true })
  }
  writeFileSync(path.join(folder, 'HEAD'), `ref: refs/heads/${branch}\n`)
  writeFileSync(
    path.join(folder, 'config'),
    `[core]\n\trepositoryformatversion = 0\n\tbare = true\n[uploadpack]\n\tallowFilter = ${filters}\n\tallowAnySHA1InWant = true\n`,
  )
  const commits = [...(spec.files ? [{ files: spec.files }] : []), ...(spec.commits ?? [])]
  return addCommits(folder, commits, { branch, tags: spec.tags ?? [] })
}

/** Adds commits and tags to a repository that is there. @returns the last commit of the branch. */
export function addCommits(
  folder: string,
  commits: readonly CommitSpec[],
  options: { branch?: string; tags?: ReadonlyArray<string | TagSpec> } = {},
): string | null {
  const { branch = 'main', tags = [] } = options
  const before = headOf(folder, branch)
  const parts: Array<string | Uint8Array> = []
  let date = before ? before.date + DAY : Date.parse(FIRST_DATE)
  commits.forEach((commit, index) => {
    date = commit.date ? Date.parse(commit.date) : index === 0 ? date : date + DAY
    const when = `${commit.author ?? AUTHOR} ${Math.floor(date / 1_000)} +0000`
    parts.push(
      `commit refs/heads/${branch}\nmark :${index + 1}\nauthor ${when}\ncommitter ${when}\n`,
    )
    parts.push(...data(commit.message ?? `Commit ${index + 1}`))
    if (index > 0) parts.push(`from :${index}\n`)
    else if (before) parts.push(`from refs/heads/${branch}^0\n`)
    for (const file of commit.remove ?? []) parts.push(`D ${quoted(file)}\n`)
    for (const [file, spec] of Object.entries(commit.files ?? {})) {
      const isLink = typeof spec === 'object' && 'link' in spec
      parts.push(`M ${isLink ? '120000' : '100644'} inline ${quoted(file)}\n`)
      parts.push(...data(isLink ? spec.link : spec))
    }
    parts.push('\n')
  })
  for (const tag of tags) {
    const { name, at, annotated } = typeof tag === 'string' ? { name: tag } : tag
    const from =
      at !== undefined || commits.length > 0
        ? `:${(at ?? commits.length - 1) + 1}`
        : `refs/heads/${branch}`
    if (annotated === undefined) parts.push(`reset refs/tags/${name}\nfrom ${from}\n\n`)
    else {
      const when = `${AUTHOR} ${Math.floor(Date.parse(annotated) / 1_000)} +0000`
      parts.push(`tag ${name}\nfrom ${from}\ntagger ${when}\n`, ...data(name))
    }
  }
  if (parts.length > 0) {
    execFileSync('git', ['fast-import', '--quiet', '--force'], {
      cwd: folder,
      input: Buffer.concat(parts.map((part) => Buffer.from(part as string))),
      env: BARE,
      maxBuffer: 1e9,
    })
  }
  return headOf(folder, branch)?.commit ?? null
}

/** What git is told to know: nothing of the machine's own settings. */
const BARE = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_DIR: '.',
}

function headOf(folder: string, branch: string): { commit: string; date: number } | null {
  try {
    const said = execFileSync(
      'git',
      ['log', '-1', '--format=%H %ct', `refs/heads/${branch}`, '--'],
      { cwd: folder, env: BARE, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const [commit = '', seconds] = said.trim().split(' ')
    return commit ? { commit, date: Number(seconds) * 1_000 } : null
  } catch {
    return null
  }
}

function data(content: string | Uint8Array): Array<string | Uint8Array> {
  const bytes = Buffer.from(content as string)
  return [`data ${bytes.length}\n`, bytes, '\n']
}

const quoted = (file: string) =>
  `"${file.replace(/[\\"]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')}"`
