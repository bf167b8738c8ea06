import { describe, expect, it } from 'vitest'
import { coverageOf, criterionState, isAnswered } from './coverage.ts'

describe('the state of a criterion', () => {
  it.each([
    ['evidenced', false, 'evidenced'],
    ['evidenced', true, 'evidenced'],
    ['partial', false, 'partial'],
    ['partial', true, 'partial'],
    ['empty', true, 'declared'],
    ['empty', false, 'empty'],
  ] as const)('adoptions %s, answered %s: %s', (state, answered, expected) => {
    expect(criterionState({ state }, answered)).toBe(expected)
  })

  it('is what is answered by hand where no rule looks at adoptions', () => {
    expect(criterionState(undefined, true)).toBe('declared')
    expect(criterionState(undefined, false)).toBe('empty')
  })
})

describe('an answer', () => {
  it('says something unless all its parts are blank', () => {
    expect(isAnswered({ 'yes-no': 'no' })).toBe(true)
    expect(isAnswered({ text: '  ', url: '' })).toBe(false)
    expect(isAnswered(null)).toBe(false)
  })
})

describe('coverage', () => {
  it('counts criteria, and covered is all but the empty ones', () => {
    expect(coverageOf(['evidenced', 'partial', 'partial', 'declared', 'empty'])).toEqual({
      evidenced: 1,
      partial: 2,
      declared: 1,
      empty: 1,
      total: 5,
      covered: 4,
    })
  })
})
