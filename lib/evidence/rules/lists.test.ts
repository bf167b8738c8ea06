import { describe, expect, it } from 'vitest'
import { aFact, aSoftwareFact, DAY } from '#lib/testing/evidence.ts'
import { anySoftware } from './any-software.ts'
import { computed } from './computed.ts'
import type { Fact } from './fact.ts'
import { openFormats } from './open-formats.ts'
import type { Outcome } from './outcome.ts'
import { publishedSoftware } from './published-software.ts'
import { softwareCount } from './software-count.ts'
import { testimonials } from './testimonials.ts'
import { timeline } from './timeline.ts'

const stale = () => aFact({ confirmedOn: '2025-01-14' })
const reported = () => aFact({ trust: 'reported', confirmedOn: '' })
const pilot = () => aFact({ state: 'pilot' })

function read(outcome: Outcome) {
  const { state, value, items, apart, reasons } = computed('c', 'r', outcome, DAY)
  return [state, value, items.length, apart.length, reasons.join(' ')]
}

describe('R1, how many software', () => {
  const same = aSoftwareFact()

  it.each([
    ['two', [aFact(), aFact()], [], ['evidenced', 2, 2, 0, '']],
    [
      'one software counts once',
      [aFact({ software: same }), aFact({ software: same })],
      [],
      ['evidenced', 1, 2, 0, ''],
    ],
    ['a stale one counts, in part', [aFact(), stale()], [], ['partial', 2, 2, 0, 'stale']],
    ['one that others report, too', [reported()], [], ['partial', 1, 1, 0, 'stale']],
    ['a pilot is listed apart', [aFact()], [pilot()], ['evidenced', 1, 1, 1, '']],
    ['a pilot alone is nothing yet', [], [pilot()], ['empty', null, 0, 1, 'nothing']],
    ['none is not a no', [], [], ['empty', null, 0, 0, 'nothing']],
  ])('%s', (_what, counted, apart, expected) => {
    expect(read(softwareCount(counted, apart))).toEqual(expected)
  })
})

describe('R6, at least one', () => {
  it.each([
    ['one', [aFact()], ['evidenced', null, 1, 0, '']],
    ['one fresh suffices', [aFact(), stale(), reported()], ['evidenced', null, 3, 0, '']],
    ['all stale', [stale(), reported()], ['partial', null, 2, 0, 'stale']],
    ['none is not evidenced, which is not a no', [], ['empty', null, 0, 0, 'nothing']],
  ])('%s', (_what, counted, expected) => {
    expect(read(anySoftware(counted, []))).toEqual(expected)
  })
})

describe('hints never give more than a part', () => {
  it('R7 derives nothing, as no record says which formats a software writes', () => {
    expect(read(openFormats())).toEqual(['empty', null, 0, 0, 'nothing hint'])
  })

  it('R8 tells A(o) by date, what has none last, and trials apart', () => {
    const dated = (since: string) => aFact({ since })
    const [unknown, late, early] = [dated(''), dated('2020-05'), dated('2003')]
    const outcome = timeline([unknown, late, early], [pilot()])
    expect(read(outcome)).toEqual(['partial', null, 3, 1, 'hint'])
    expect(outcome.items).toEqual([early, late, unknown])
  })

  it('R10 lists testimonials', () => {
    expect(read(testimonials([aFact({ kind: 'testimonial' })]))).toEqual([
      'partial',
      null,
      1,
      0,
      'hint',
    ])
    expect(read(testimonials([]))).toEqual(['empty', null, 0, 0, 'nothing hint'])
  })
})

describe('R9, what the organisation publishes', () => {
  const publication = (software: Partial<Fact['software']> = {}) =>
    aFact({ kind: 'software', software: aSoftwareFact(software), freshUntil: '9999-12-31' })

  it.each([
    ['two', [publication(), publication()], true, ['evidenced', 2, 2, 0, '']],
    [
      'without a repository it does not count',
      [publication({ repository: '' })],
      true,
      ['empty', null, 0, 0, 'nothing'],
    ],
    [
      'nor without a free licence',
      [publication({ free: false })],
      true,
      ['empty', null, 0, 0, 'nothing'],
    ],
    ['where contributions are asked, too', [publication()], false, ['partial', 1, 1, 0, 'hint']],
  ])('%s', (_what, published, full, expected) => {
    expect(read(publishedSoftware(published, full))).toEqual(expected)
  })
})
