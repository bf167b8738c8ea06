import { describe, expect, it } from 'vitest'
import type { ComputedEvidence } from '#lib/evidence/schema.ts'
import { aFact, aSoftwareFact, DAY } from '#lib/testing/evidence.ts'
import { computed } from './computed.ts'
import { difference } from './difference.ts'
import { outcomeOf } from './outcome.ts'

const of = (names: string[], more: Partial<ComputedEvidence> = {}): ComputedEvidence => ({
  ...computed(
    'c',
    'r',
    outcomeOf(names.map((name) => aFact({ software: aSoftwareFact({ name }) }))),
    DAY,
  ),
  ...more,
})
const COUNT = of(['openElec', 'openCimetière'], { value: 2 })
const SHARE = of(['LibreOffice'], { value: 90, numerator: 540, denominator: 600 })
const LIST = of(['openElec', 'GLPI'])

describe('an answer beside what is computed', () => {
  it.each([
    ['the same number', { number: '2' }, COUNT, [{ kind: 'same' }]],
    ['another number', { number: '5' }, COUNT, [{ kind: 'number', answered: 5, computed: 2 }]],
    ['the same share', { share: '90' }, SHARE, [{ kind: 'same' }]],
    ['another share', { share: '95' }, SHARE, [{ kind: 'share', answered: 95, computed: 90 }]],
    ['a share where only a list is known', { share: '95' }, LIST, []],
    ['a share is not held against a count', { share: '2' }, COUNT, []],
    ['a yes with its list', { 'yes-no': 'yes' }, LIST, [{ kind: 'same' }]],
    ['a yes that nothing shows', { 'yes-no': 'yes' }, of([]), [{ kind: 'unproven' }]],
    [
      'a no in spite of adoptions',
      { 'yes-no': 'no' },
      LIST,
      [{ kind: 'contrary', names: ['openElec', 'GLPI'] }],
    ],
    ['a no, and nothing is known', { 'yes-no': 'no' }, of([]), []],
    ['the same names, however typed', { list: '- OPENELEC\nglpi' }, LIST, [{ kind: 'same' }]],
    [
      'other names',
      { list: 'openElec\nNextcloud' },
      LIST,
      [{ kind: 'list', onlyAnswered: ['Nextcloud'], onlyComputed: ['GLPI'] }],
    ],
    ['a text alone', { text: 'Depuis 2005.' }, LIST, []],
    ['no answer', null, LIST, []],
    ['nothing computed', { number: '5' }, null, []],
  ] as const)('%s', (_what, answer, evidence, expected) => {
    expect(difference(answer, evidence)).toEqual(expected)
  })
})
