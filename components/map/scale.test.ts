import { describe, expect, it } from 'vitest'
import { mapClasses, shadeOf } from './scale.ts'

const bounds = (values: readonly number[]) =>
  mapClasses(values).map(({ from, to, shade }) => [from, to, shade])

describe('the classes of a map', () => {
  it.each([
    ['no place', [], []],
    ['nothing anywhere', [0, 0, 0], []],
    ['one value everywhere', [0, 7, 7], [[7, 7, 3]]],
    [
      'two values',
      [1, 9],
      [
        [1, 8, 1],
        [9, 9, 5],
      ],
    ],
    [
      'three values',
      [1, 2, 3],
      [
        [1, 1, 1],
        [2, 2, 3],
        [3, 3, 5],
      ],
    ],
    [
      'ten values: two in each of five classes',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [
        [1, 2, 1],
        [3, 4, 2],
        [5, 6, 3],
        [7, 8, 4],
        [9, 10, 5],
      ],
    ],
    [
      'one place far above the rest, which are all equal',
      [1, 1, 1, 1, 100],
      [
        [1, 99, 1],
        [100, 100, 5],
      ],
    ],
    [
      'many small ones and few large ones',
      [...Array(60).fill(1), ...Array(20).fill(2), ...Array(5).fill(3), 30],
      [
        [1, 1, 1],
        [2, 2, 2],
        [3, 29, 4],
        [30, 30, 5],
      ],
    ],
  ])('for %s', (_what, values, expected) => {
    expect(bounds(values)).toEqual(expected)
  })

  const SAMPLES = [
    [1, 1, 1, 1, 100],
    [5, 3, 3, 3, 3, 3, 9, 1, 1],
    Array.from({ length: 101 }, (_, n) => n * n),
    Array.from({ length: 101 }, (_, n) => n % 3),
    [1_000_000, 1],
  ]

  it.each(SAMPLES)('hold every value once, from the smallest to the largest: %#', (...values) => {
    const classes = mapClasses(values)
    const present = values.filter((value) => value > 0)

    expect(classes[0]?.from).toBe(Math.min(...present))
    expect(classes.at(-1)?.to).toBe(Math.max(...present))
    for (const value of present) {
      expect(classes.filter(({ from, to }) => from <= value && value <= to)).toHaveLength(1)
    }
    expect(classes.every(({ from }, n) => n === 0 || from === (classes[n - 1]?.to ?? 0) + 1)).toBe(
      true,
    )
    expect(classes.length).toBeLessThanOrEqual(5)
  })

  it.each(SAMPLES)('grow darker without ever sharing a shade: %#', (...values) => {
    const shades = mapClasses(values).map(({ shade }) => shade)

    expect(shades).toEqual([...new Set(shades)].sort((a, b) => a - b))
    expect(shades.every((shade) => shade >= 1 && shade <= 5)).toBe(true)
  })
})

describe('the shade of a place', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [10, 5],
  ])('where there are %i of one to ten is %i', (value, shade) => {
    expect(shadeOf(mapClasses([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), value)).toBe(shade)
  })

  it('is that of nothing where the map shows nothing', () => {
    expect(shadeOf([], 0)).toBe(0)
  })
})
