import { describe, expect, it } from 'vitest'
import { ADOPTION_STATES } from '#lib/adoptions/schema.ts'
import { declaredEvent } from './declared-event.ts'

describe('what the history calls a declaration', () => {
  it('is a declaration where nothing was on record', () => {
    for (const state of ADOPTION_STATES) {
      expect(declaredEvent(null, { state, differs: true })).toBe('declared')
    }
  })

  it.each([
    ['production', 'reported', 'production', false, 'confirmed'],
    ['production', 'reported', 'production', true, 'declared'],
    ['production', 'reported', 'pilot', true, 'declared'],
    ['production', 'own', 'production', false, 'reconfirmed'],
    ['production', 'own', 'production', true, 'changed'],
    ['pilot', 'own', 'production', true, 'changed'],
    ['production', 'own', 'stopped', true, 'ended'],
    ['production', 'reported', 'stopped', true, 'ended'],
    ['evaluating', 'own', 'stopped', true, 'ended'],
    ['stopped', 'own', 'stopped', true, 'changed'],
    ['stopped', 'own', 'stopped', false, 'reconfirmed'],
    ['stopped', 'reported', 'stopped', false, 'confirmed'],
    ['stopped', 'own', 'evaluating', true, 'reopened'],
    ['stopped', 'reported', 'production', true, 'reopened'],
  ] as const)('%s (%s), then %s, differing: %s, is %s', (was, whose, state, differs, expected) => {
    expect(declaredEvent({ state: was, own: whose === 'own' }, { state, differs })).toBe(expected)
  })
})
