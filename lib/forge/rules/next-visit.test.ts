import { describe, expect, it } from 'vitest'
import { nextVisit, stateAfter } from './next-visit.ts'

const now = new Date('2026-01-15T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const hours = (visit: Partial<Parameters<typeof nextVisit>[0]>) =>
  (nextVisit({
    now,
    state: 'readable',
    failures: 0,
    lastCommitAt: '',
    spread: 0.5,
    ...visit,
  }).getTime() -
    now.getTime()) /
  3_600_000

describe('a repository is visited again', () => {
  it.each([
    ['a day after, when it moves', { lastCommitAt: daysAgo(1) }, 24],
    ['after two, when it moved this quarter', { lastCommitAt: daysAgo(60) }, 48],
    ['after a week, when it moved this year', { lastCommitAt: daysAgo(300) }, 168],
    ['after two, when it is older, or empty', { lastCommitAt: daysAgo(3_000) }, 336],
    ['after a month, when it is archived', { state: 'archived', lastCommitAt: daysAgo(1) }, 720],
    ['in an hour, when its host failed', { state: 'unreachable', failures: 1 }, 1],
    ['less and less, while it fails', { state: 'unreachable', failures: 5 }, 16],
    ['a week later at the latest, while it fails', { state: 'unreachable', failures: 50 }, 168],
    ['in a day, when it has gone', { state: 'vanished', failures: 1 }, 24],
    ['a month later at the latest, when it has gone', { state: 'vanished', failures: 50 }, 720],
    ['in a week, when it is not to be read', { state: 'refused', failures: 1 }, 168],
  ] as const)('%s', (_what, visit, expected) => {
    expect(hours(visit)).toBe(expected)
  })

  it('a little sooner or later than the others', () => {
    expect(hours({ spread: 0, lastCommitAt: daysAgo(1) })).toBeCloseTo(21.6)
    expect(hours({ spread: 1, lastCommitAt: daysAgo(1) })).toBeCloseTo(26.4)
  })
})

it.each([
  ['not-found-or-private', 'vanished'],
  ['host-silent', 'unreachable'],
  ['certificate', 'unreachable'],
  ['too-slow', 'unreachable'],
  ['too-large', 'refused'],
  ['address-private', 'refused'],
  ['redirect-private', 'refused'],
] as const)('after %s it is %s', (fault, state) => {
  expect(stateAfter(fault)).toBe(state)
})
