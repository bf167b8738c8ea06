import { expect, it } from 'vitest'
import { NO_USE } from '#lib/adoptions/schema.ts'
import { addUses } from './add-uses.ts'

it.each([
  ['confirmed', { ...NO_USE, confirmed: 3, total: 3 }],
  ['reported', { ...NO_USE, reported: 3, total: 3 }],
  ['to-reconfirm', { ...NO_USE, toReconfirm: 3, total: 3 }],
  ['contested', NO_USE],
] as const)('uses that are %s count as such', (trust, expected) => {
  expect(addUses(NO_USE, trust, 3)).toEqual(expected)
})
