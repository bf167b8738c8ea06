import { expect, it } from 'vitest'
import { MOST_A_DAY, relayLimit } from './relay-limits.ts'

const sent = (...adoptionIds: number[]) => adoptionIds.map((adoptionId) => ({ adoptionId }))

it.each([
  ['the first message', sent(), null],
  ['the last of a day', sent(1, 2, 3, 4), null],
  ['one more than a day holds', sent(1, 2, 3, 4, 5), 'too-many'],
  ['a second about one use', sent(9), 'same-adoption'],
  ['a second about one use on a full day', sent(1, 2, 3, 4, 9), 'same-adoption'],
])('%s', (_what, before, expected) => {
  expect(MOST_A_DAY).toBe(5)
  expect(relayLimit(before, 9)).toBe(expected)
})
