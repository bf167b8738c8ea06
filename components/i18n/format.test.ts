import { describe, expect, it } from 'vitest'
import { colon, counted, formatDate, formatList, formatNumber } from './format.ts'

/** Thin and non-breaking spaces read as spaces: which one it is belongs to the typographer. */
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('a number', () => {
  it.each([
    ['fr', 0, '0'],
    ['fr', 1_234_567, '1 234 567'],
    ['en', 1_234_567, '1,234,567'],
  ] as const)('in %s, %i is written %s', (locale, value, text) => {
    expect(plain(formatNumber(locale, value))).toBe(text)
  })

  it('never breaks at the end of a line', () => {
    expect(formatNumber('fr', 1_234_567)).not.toContain(' ')
  })
})

describe('a count with its noun', () => {
  it.each([
    ['fr', 0, '0 commune'],
    ['fr', 1, '1 commune'],
    ['fr', 2, '2 communes'],
    ['en', 0, '0 communes'],
    ['en', 1, '1 commune'],
    ['en', 2, '2 communes'],
  ] as const)('in %s, %i: %s', (locale, n, text) => {
    expect(plain(counted(locale, n, 'commune', 'communes'))).toBe(text)
  })
})

describe('a date, as far as it is known', () => {
  it.each([
    ['fr', '2024', '2024'],
    ['fr', '2024-05', 'mai 2024'],
    ['fr', '2024-05-31', '31 mai 2024'],
    ['en', '2024-05', 'May 2024'],
    ['en', '2024-05-31', '31 May 2024'],
    ['fr', '2024-01-01', '1er janvier 2024'],
    ['fr', '2024-01-11', '11 janvier 2024'],
    ['en', '2024-01-01', '1 January 2024'],
    ['fr', '2024-12-31', '31 décembre 2024'],
    ['fr', '', ''],
    ['en', 'bientôt', ''],
  ] as const)('in %s, %j is written %j', (locale, date, text) => {
    expect(plain(formatDate(locale, date))).toBe(text)
  })
})

describe('a colon', () => {
  it('stands apart in French, without ever going to the next line, and not in English', () => {
    expect(colon('fr')).toBe('\u00a0: ')
    expect(colon('en')).toBe(': ')
  })
})

describe('words in a list', () => {
  it.each([
    ['fr', [], ''],
    ['fr', ['a'], 'a'],
    ['fr', ['a', 'b'], 'a et b'],
    ['fr', ['a', 'b', 'c'], 'a, b et c'],
    ['en', ['a', 'b', 'c'], 'a, b and c'],
  ] as const)('in %s, %j: %s', (locale, items, text) => {
    expect(formatList(locale, items)).toBe(text)
  })
})
