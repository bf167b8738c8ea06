import { execFileSync } from 'node:child_process'

/** Milliseconds that an answer is good for: git may be installed while the service runs. */
const GOOD_FOR = 600_000
let known: { version: string | null; at: number } | undefined

/** The git of this machine, asked now and then; null where there is none. */
export function gitVersion(now = Date.now()): string | null {
  if (!known || now - known.at > GOOD_FOR) known = { version: askGit(), at: now }
  return known.version
}

function askGit(): string | null {
  try {
    const said = execFileSync('git', ['--version'], {
      encoding: 'utf8',
      timeout: 3_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? null
  } catch {
    return null
  }
}
