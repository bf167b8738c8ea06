import { describe, expect, it } from 'vitest'
import { NO_USE } from '#lib/adoptions/schema.ts'
import { sortRows } from './differences.ts'
import type { ComparedRow, Value } from './value.ts'

const UNKNOWN: Value = { kind: 'unknown' }
const number = (n: number): Value => ({ kind: 'number', n })
const codes = (...list: string[]): Value => ({ kind: 'codes', codes: list })
const links = (...keys: string[]): Value => ({
  kind: 'links',
  items: keys.map((key) => ({ key, label: key, to: { path: `/${key}` } })),
})
const use = (confirmed: number, reported: number): Value => ({
  kind: 'use',
  use: { ...NO_USE, confirmed, reported, total: confirmed + reported },
  to: { path: `/${confirmed}` },
})

const standing = (...cells: Value[]) => {
  const row: ComparedRow = { field: 'users', cells }
  const sorted = sortRows([row])
  return (['differ', 'same', 'unknown'] as const).find((name) => sorted[name].length === 1)
}

describe('what differs', () => {
  it.each<[string, Value[], string]>([
    ['equal numbers', [number(3), number(3)], 'same'],
    ['one number that is not the others’', [number(3), number(3), number(4)], 'differ'],
    ['the same set in another order', [codes('web', 'linux'), codes('linux', 'web')], 'same'],
    ['one code more', [codes('web'), codes('web', 'linux')], 'differ'],
    ['nothing said of any', [UNKNOWN, UNKNOWN], 'unknown'],
    ['something said of one alone', [UNKNOWN, number(0)], 'differ'],
    ['the same total on another word', [use(2, 3), use(3, 2)], 'differ'],
    ['the same uses at other addresses', [use(2, 3), use(2, 3)], 'same'],
    ['the same functions', [links('a', 'b'), links('b', 'a')], 'same'],
    ['no function against one', [links(), links('a')], 'differ'],
    [
      'the same release on another day',
      [
        { kind: 'release', version: '1', date: '2026-01-01' },
        { kind: 'release', version: '1', date: '2026-01-02' },
      ],
      'differ',
    ],
    [
      'the same licence',
      [
        { kind: 'licence', spdx: 'MIT', family: 'permissive' },
        { kind: 'licence', spdx: 'MIT', family: 'permissive' },
      ],
      'same',
    ],
    [
      'the same sum of more answers',
      [
        { kind: 'euros', sum: 10, given: 1, of: 2 },
        { kind: 'euros', sum: 10, given: 2, of: 2 },
      ],
      'differ',
    ],
  ])('%s', (_, cells, expected) => {
    expect(standing(...cells)).toBe(expected)
  })

  it('is all that is known, of one software alone', () => {
    expect(standing(number(3))).toBe('differ')
    expect(standing(UNKNOWN)).toBe('unknown')
  })

  it('keeps the order of the rows within each part', () => {
    const rows: ComparedRow[] = [
      { field: 'users', cells: [number(1), number(2)] },
      { field: 'licence', cells: [number(1), number(1)] },
      { field: 'stops', cells: [number(1), number(3)] },
    ]
    expect(sortRows(rows).differ.map(({ field }) => field)).toEqual(['users', 'stops'])
  })
})
