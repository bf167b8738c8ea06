import type { ForgeFault, RepositoryState } from '../reading.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Days between two visits, by the days since the last commit: what moves is looked at more often. */
const PACES: ReadonlyArray<{ upTo: number; days: number }> = [
  { upTo: 14, days: 1 },
  { upTo: 90, days: 2 },
  { upTo: 365, days: 7 },
  { upTo: Number.POSITIVE_INFINITY, days: 14 },
]
const ARCHIVED_DAYS = 30

/** How a visit that failed is tried again: after `first` milliseconds, twice that the next time, up to `most`. */
const RETRIES: Partial<Record<RepositoryState, { first: number; most: number }>> = {
  unreachable: { first: HOUR, most: 7 * DAY },
  vanished: { first: DAY, most: 30 * DAY },
  refused: { first: 7 * DAY, most: 30 * DAY },
}

/**
 * When a repository is visited next.
 * @param visit.failures visits in a row that failed, this one among them; 0 after one that went well.
 * @param visit.spread from 0 to 1, the same for one repository: all that were added on one day do not
 * come back in one hour.
 */
export function nextVisit(visit: {
  now: Date
  state: RepositoryState
  failures: number
  lastCommitAt: string
  spread: number
}): Date {
  const { now, state, failures, lastCommitAt, spread } = visit
  const after =
    failures > 0 ? afterFailure(state, failures) : afterReading(state, now, lastCommitAt)
  return new Date(now.getTime() + Math.round(after * (0.9 + 0.2 * spread)))
}

function afterReading(state: RepositoryState, now: Date, lastCommitAt: string): number {
  if (state === 'archived') return ARCHIVED_DAYS * DAY
  const age =
    lastCommitAt === '' ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(lastCommitAt)
  const pace = PACES.find(({ upTo }) => age <= upTo * DAY) ?? { days: 14 }
  return pace.days * DAY
}

function afterFailure(state: RepositoryState, failures: number): number {
  const { first, most } = RETRIES[state] ?? { first: HOUR, most: 7 * DAY }
  return Math.min(most, first * 2 ** Math.min(failures - 1, 20))
}

/** How a repository stands after a visit that failed. */
export function stateAfter(fault: ForgeFault): RepositoryState {
  if (fault === 'not-found-or-private') return 'vanished'
  if (OF_THE_HOST.has(fault) || fault === 'too-slow' || fault === 'unexpected') {
    return 'unreachable'
  }
  return 'refused'
}

/** Faults of a host rather than of one of its repositories: the others wait, too. */
export const OF_THE_HOST: ReadonlySet<ForgeFault> = new Set([
  'name-unknown',
  'host-silent',
  'host-refuses',
  'certificate',
  'server-fault',
])
