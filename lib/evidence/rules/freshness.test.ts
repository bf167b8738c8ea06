import { describe, expect, it } from 'vitest'
import { evidenceState } from './evidence-state.ts'
import { freshUntil, hasBegun } from './freshness.ts'

describe('a word is fresh for twelve months', () => {
  it.each([
    ['2025-01-15', '2026-01-15'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
    ['', ''],
  ])('given on %s, until %s', (confirmedOn, until) => {
    expect(freshUntil(confirmedOn)).toBe(until)
  })
})

describe('a date that may be a year or a month has begun', () => {
  it.each([
    ['', true],
    ['2026', true],
    ['2027', false],
    ['2026-01', true],
    ['2026-02', false],
    ['2026-01-15', true],
    ['2026-01-16', false],
  ])('"%s": %s', (since, begun) => {
    expect(hasBegun(since, '2026-01-15')).toBe(begun)
  })
})

describe('the state on a day', () => {
  it.each([
    ['nothing kept', undefined, 'empty'],
    ['full, fresh to the day', { full: true, freshUntil: '2026-01-15' }, 'evidenced'],
    ['full, fresh to the day before', { full: true, freshUntil: '2026-01-14' }, 'partial'],
    ['full, never confirmed', { full: true, freshUntil: '' }, 'partial'],
    ['a hint, fresh', { full: false, freshUntil: '2026-12-31' }, 'partial'],
  ])('%s', (_what, kept, state) => {
    expect(evidenceState(kept, '2026-01-15')).toBe(state)
  })
})
