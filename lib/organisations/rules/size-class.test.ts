import { describe, expect, it } from 'vitest'
import { SIZE_CLASSES } from '#lib/organisations/schema.ts'
import { sizeClassOf } from './size-class.ts'

describe('the size class of a population', () => {
  it.each([
    [0, 'lt-500'],
    [499, 'lt-500'],
    [500, '500-2k'],
    [501, '500-2k'],
    [1_999, '500-2k'],
    [2_000, '2k-3500'],
    [2_001, '2k-3500'],
    [3_499, '2k-3500'],
    [3_500, '3500-10k'],
    [3_501, '3500-10k'],
    [9_999, '3500-10k'],
    [10_000, '10k-20k'],
    [10_001, '10k-20k'],
    [19_999, '10k-20k'],
    [20_000, '20k-50k'],
    [20_001, '20k-50k'],
    [49_999, '20k-50k'],
    [50_000, '50k-100k'],
    [50_001, '50k-100k'],
    [99_999, '50k-100k'],
    [100_000, 'gte-100k'],
    [100_001, 'gte-100k'],
    [2_100_000, 'gte-100k'],
    [null, 'unknown'],
  ] as const)('of %s inhabitants is %s', (population, expected) => {
    expect(sizeClassOf(population)).toBe(expected)
  })

  it('is one of those that lists filter by', () => {
    const given = [0, 500, 2_000, 3_500, 10_000, 20_000, 50_000, 100_000, null].map(sizeClassOf)

    expect(given).toEqual([...SIZE_CLASSES])
  })
})
