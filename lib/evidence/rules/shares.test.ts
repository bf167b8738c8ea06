import { describe, expect, it } from 'vitest'
import { aFact, DAY, someDenominators } from '#lib/testing/evidence.ts'
import { computed } from './computed.ts'
import type { Fact } from './fact.ts'
import { largestShare } from './largest-share.ts'
import type { Outcome } from './outcome.ts'
import { pooledShare } from './pooled-share.ts'
import { summedShare } from './summed-share.ts'

const STALE = '2025-01-14'
const on = (workstations: number | null, more: Partial<Fact> = {}) =>
  aFact({ ...more, units: { workstations } })
const hosted = (servers: number | null, more: Partial<Fact> = {}) =>
  aFact({ ...more, units: { servers } })
const atSchool = (schoolWorkstations: number | null, more: Partial<Fact> = {}) =>
  aFact({ ...more, units: { schoolWorkstations } })

function read(outcome: Outcome) {
  const { state, value, numerator, denominator, reasons } = computed('c', 'r', outcome, DAY)
  return [state, value, numerator, denominator, reasons.join(' ')]
}

describe('R2, the largest use over what there is', () => {
  const share = (facts: Fact[], denominator: number | null = 600) =>
    read(largestShare(facts, [], 'workstations', someDenominators({ workstations: denominator })))

  it.each([
    ['one suite', [on(540)], ['evidenced', 90, 540, 600, '']],
    ['the largest of two, not their sum', [on(540), on(200)], ['evidenced', 90, 540, 600, '']],
    ['rounded down', [on(599)], ['evidenced', 99, 599, 600, '']],
    ['all of them', [on(600)], ['evidenced', 100, 600, 600, '']],
    ['more than there are', [on(601)], ['partial', 100, 601, 600, 'over-100']],
    ['an extent that is not said', [on(null)], ['partial', null, null, 600, 'no-units']],
    ['one of two not said', [on(300), on(null)], ['partial', 50, 300, 600, 'no-units']],
    [
      'the largest stale',
      [on(540, { confirmedOn: STALE }), on(200)],
      ['partial', 90, 540, 600, 'stale'],
    ],
    [
      'another than the largest stale',
      [on(540), on(200, { confirmedOn: STALE })],
      ['evidenced', 90, 540, 600, ''],
    ],
    [
      'two as large, one of them fresh',
      [on(540), on(540, { confirmedOn: '' })],
      ['evidenced', 90, 540, 600, ''],
    ],
    ['never confirmed', [on(540, { confirmedOn: '' })], ['partial', 90, 540, 600, 'stale']],
    ['none', [], ['empty', null, null, null, 'nothing']],
  ])('%s', (_what, facts, expected) => {
    expect(share(facts)).toEqual(expected)
  })

  it.each([[null], [0]])('without a denominator (%s) there is a list, no percentage', (stated) => {
    expect(share([on(540)], stated)).toEqual(['partial', null, 540, null, 'no-denominator'])
  })

  it.each([
    ['said of schools', [atSchool(40)], ['partial', 40, 40, 100, 'hint']],
    ['not said of schools', [on(540)], ['empty', null, null, null, 'nothing hint']],
    ['said of schools for one', [atSchool(40), on(540)], ['partial', 40, 40, 100, 'hint']],
  ])('in schools, %s', (_what, facts, expected) => {
    expect(read(largestShare(facts, [], 'schoolWorkstations', someDenominators()))).toEqual(
      expected,
    )
  })
})

describe('R3 and R4, all uses over what there is', () => {
  it.each([
    ['a sum', [on(300), on(270)], ['evidenced', 95, 570, 600, '']],
    ['beyond what there is', [on(400), on(300)], ['partial', 100, 700, 600, 'over-100']],
    ['a term that is not said', [on(300), on(null)], ['partial', null, null, 600, 'no-units']],
    [
      'a stale term',
      [on(300), on(270, { confirmedOn: STALE })],
      ['partial', 95, 570, 600, 'stale'],
    ],
    ['none', [], ['empty', null, null, null, 'nothing']],
  ])('%s', (_what, facts, expected) => {
    expect(read(summedShare(facts, [], 'workstations', someDenominators()))).toEqual(expected)
  })

  it.each([
    ['virtual machines counted', true, ['evidenced', 90, 36, 40, '']],
    ['virtual machines left out', false, ['evidenced', 90, 36, 40, '']],
    ['virtual machines not spoken of', null, ['partial', 90, 36, 40, 'virtual-not-said']],
  ])('servers, %s', (_what, serversVirtual, expected) => {
    const denominators = someDenominators({ serversVirtual })
    expect(read(summedShare([hosted(36)], [], 'servers', denominators))).toEqual(expected)
  })

  it('has no percentage of servers that are not stated, and asks for nothing more', () => {
    const denominators = someDenominators({ servers: null, serversVirtual: null })
    expect(read(summedShare([hosted(36)], [], 'servers', denominators))).toEqual([
      'partial',
      null,
      36,
      null,
      'no-denominator',
    ])
  })
})

describe('R5, what an operator runs', () => {
  const run = aFact({ pooled: true })
  const alone = aFact()

  it.each([
    ['one of three', [run, alone, aFact()], ['partial', 33, 1, 3, 'hint']],
    ['all', [run], ['partial', 100, 1, 1, 'hint']],
    [
      'none of two is not zero percent',
      [alone, aFact()],
      ['empty', null, null, null, 'nothing hint'],
    ],
    [
      'a stale one that nobody runs is in the whole',
      [run, aFact({ confirmedOn: STALE })],
      ['partial', 50, 1, 2, 'stale hint'],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(read(pooledShare(facts, []))).toEqual(expected)
  })
})
