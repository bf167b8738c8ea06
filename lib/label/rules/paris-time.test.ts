import { describe, expect, it } from 'vitest'
import { takesSubmissions } from './edition-phase.ts'
import { fromParis, toParisField } from './paris-time.ts'

describe('a time of Paris', () => {
  it.each([
    ['in winter', '2027-01-15T17:00', '2027-01-15T16:00:00.000Z'],
    ['in summer', '2027-07-15T17:00', '2027-07-15T15:00:00.000Z'],
    ['to the second', '2027-07-15T23:59:59', '2027-07-15T21:59:59.000Z'],
    ['the last second before clocks leap', '2027-03-28T01:59:59', '2027-03-28T00:59:59.000Z'],
    ['the first second after they leapt', '2027-03-28T03:00:00', '2027-03-28T01:00:00.000Z'],
    [
      'the last second before the hour that comes twice',
      '2027-10-31T01:59:59',
      '2027-10-30T23:59:59.000Z',
    ],
    ['the first second after it', '2027-10-31T03:00:00', '2027-10-31T02:00:00.000Z'],
  ])('is an instant: %s', (_when, typed, instant) => {
    expect(fromParis(typed)).toEqual({ instant })
    expect(fromParis(toParisField(instant))).toEqual({ instant })
  })

  it.each([
    ['in the hour that March leaps over', '2027-03-28T02:30', 'none'],
    ['at its first second', '2027-03-28T02:00:00', 'none'],
    ['in the hour that October has twice', '2027-10-31T02:30', 'twice'],
    ['at its last second', '2027-10-31T02:59:59', 'twice'],
    ['on a day that there is not', '2027-02-29T12:00', 'unreadable'],
    ['at an hour that there is not', '2027-02-28T24:00', 'unreadable'],
    ['in words', 'demain', 'unreadable'],
    ['with an offset of its own', '2027-07-15T17:00:00+09:00', 'unreadable'],
    ['as nothing', '', 'unreadable'],
  ])('is refused %s', (_when, typed, wrong) => {
    expect(fromParis(typed)).toEqual({ wrong })
  })

  it('is shown as it was typed, seconds included', () => {
    expect(toParisField('2027-10-31T02:00:00.000Z')).toBe('2027-10-31T03:00:00')
    expect(toParisField('')).toBe('')
  })
})

describe('a closing on the night when clocks change', () => {
  const closing = (typed: string) => {
    const read = fromParis(typed)
    if (!('instant' in read)) throw new Error(read.wrong)
    return {
      state: 'open' as const,
      opensAt: '2027-01-01T00:00:00.000Z',
      closesAt: read.instant,
      announcesAt: '2027-12-01T00:00:00.000Z',
      publishesAt: '',
      graceSeconds: 0,
    }
  }

  it.each([
    ['March', '2027-03-28T03:00:00', '2027-03-28T00:59:59.999Z', '2027-03-28T01:00:00.000Z'],
    ['October', '2027-10-31T03:00:00', '2027-10-31T01:59:59.999Z', '2027-10-31T02:00:00.000Z'],
  ])('of %s is right to the second', (_month, typed, last, after) => {
    expect(takesSubmissions(closing(typed), new Date(last))).toBe(true)
    expect(takesSubmissions(closing(typed), new Date(after))).toBe(false)
  })
})
