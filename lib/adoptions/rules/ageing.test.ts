import { describe, expect, it } from 'vitest'
import { hasAged, isToBeAsked, isWorthRenewing } from './ageing.ts'

const NOW = new Date('2026-11-24T12:00:00.000Z')

describe('a word of an organisation', () => {
  it.each([
    ['', false],
    ['2024-05-25T12:00:00.000Z', false],
    ['2024-05-24T12:00:00.001Z', false],
    ['2024-05-24T12:00:00.000Z', true],
    ['2024-05-23T12:00:00.000Z', true],
  ])('said %s has aged: %s', (confirmedAt, expected) => {
    expect(hasAged(confirmedAt, NOW)).toBe(expected)
  })

  it.each([
    ['', '', false],
    ['2024-11-25T12:00:00.000Z', '', false],
    ['2024-11-24T12:00:00.000Z', '', true],
    ['2024-11-23T12:00:00.000Z', '', true],
    ['2024-11-23T12:00:00.000Z', '2026-05-25T12:00:00.000Z', false],
    ['2024-11-23T12:00:00.000Z', '2026-05-24T12:00:00.000Z', true],
    ['2024-11-23T12:00:00.000Z', '2026-05-23T12:00:00.000Z', true],
  ])('said %s, asked %s, is to be asked about: %s', (confirmedAt, askedAt, expected) => {
    expect(isToBeAsked({ confirmedAt, askedAt }, NOW)).toBe(expected)
  })

  it.each([
    ['2026-05-25T12:00:00.000Z', false],
    ['2026-05-24T12:00:00.000Z', true],
    ['2026-05-23T12:00:00.000Z', true],
  ])('said %s is worth renewing: %s', (confirmedAt, expected) => {
    expect(isWorthRenewing(confirmedAt, NOW)).toBe(expected)
  })

  it('said at the end of a long month ages at the end of a short one', () => {
    expect(hasAged('2024-02-29T12:00:00.000Z', new Date('2026-08-29T12:00:00.000Z'))).toBe(true)
    expect(hasAged('2024-02-29T12:00:00.001Z', new Date('2026-08-31T12:00:00.000Z'))).toBe(false)
  })
})
