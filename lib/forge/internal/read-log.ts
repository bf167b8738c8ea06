import type { ActivityMonth, Release } from '../reading.ts'
import { versionOfTag } from '../rules/release-tag.ts'
import type { Visit } from './visit.ts'

/** Months that are counted, with the one that runs. */
const MONTHS = 24

/** The first day of the first month counted. */
export function countedSince(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1))
}

/** Commits and authors by month. Addresses of people are counted, and forgotten with this call. */
export async function readMonths(
  visit: Visit,
  part: 'tree' | 'log',
  now: Date,
): Promise<ActivityMonth[]> {
  const since = countedSince(now).getTime()
  const { stdout } = await visit.local(
    // Not `log`, which looks at the tree of a commit without a parent: there is none here. Its own line
    // for each commit (`commit …`) holds no date, and is passed over.
    ['rev-list', '--format=%ct %ae', `--since=${Math.floor(since / 1_000)}`, 'refs/heads/head'],
    { part, maxOutput: 33_554_432 },
  )
  const months = new Map<string, { commits: number; authors: Set<string> }>()
  for (const line of stdout.toString('latin1').split('\n')) {
    const space = line.indexOf(' ')
    const at = Number(line.slice(0, space)) * 1_000
    // A clock that was wrong is of no month that has been.
    if (space < 0 || !(at >= since && at <= now.getTime() + 86_400_000)) continue
    const month = new Date(at).toISOString().slice(0, 7)
    const counted = months.get(month) ?? { commits: 0, authors: new Set() }
    counted.commits++
    counted.authors.add(line.slice(space + 1).toLowerCase())
    months.set(month, counted)
  }
  return [...months]
    .map(([month, { commits, authors }]) => ({ month, commits, authors: authors.size }))
    .sort((a, b) => a.month.localeCompare(b.month))
}

/** The tags that are here, newest first. */
export async function readReleases(visit: Visit, part: 'tree' | 'tags'): Promise<Release[]> {
  const { stdout } = await visit.local(
    [
      'for-each-ref',
      '--format=%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(taggerdate:unix)%00%(committerdate:unix)%00%(*committerdate:unix)',
      'refs/tags/',
    ],
    { part },
  )
  return stdout
    .toString()
    .split('\n')
    .flatMap((line): Release[] => {
      const [tag = '', type, name = '', inner, innerName = '', tagged, committed, innerCommitted] =
        line.split('\0')
      const version = versionOfTag(tag)
      const isCommit = type === 'commit' || (type === 'tag' && inner === 'commit')
      const seconds = Number(tagged || committed || innerCommitted)
      if (version === null || !isCommit || !(seconds > 0 && seconds < 1e11)) return []
      const date = new Date(seconds * 1_000).toISOString()
      return [{ tag, version, date, commit: type === 'tag' ? innerName : name }]
    })
    .sort(
      (a, b) => b.date.localeCompare(a.date) || b.tag.localeCompare(a.tag, 'en', { numeric: true }),
    )
}
