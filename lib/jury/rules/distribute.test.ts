import { expect, it } from 'vitest'
import { distribute } from './distribute.ts'

const file = (id: number, barred: string[] = [], has: string[] = []) => ({
  id,
  has,
  barred: new Set(barred),
})

it('gives each file as many jurors as it needs, and each juror as many files as the others', () => {
  const proposed = distribute(
    [1, 2, 3].map((id) => file(id)),
    ['a', 'b', 'c'],
    2,
  )
  expect([...proposed.values()].every((jurors) => jurors.length === 2)).toBe(true)
  const all = [...proposed.values()].flat()
  expect(['a', 'b', 'c'].map((juror) => all.filter((item) => item === juror).length)).toEqual([
    2, 2, 2,
  ])
})

it('serves the file that few may read before others take its jurors', () => {
  const proposed = distribute([file(1), file(2, ['c'])], ['a', 'b', 'c'], 2)
  expect(proposed.get(2)?.sort()).toEqual(['a', 'b'])
})

it('keeps who reads already, and says where there are too few', () => {
  const proposed = distribute([file(1, ['b', 'c'], ['a'])], ['a', 'b', 'c'], 2)
  expect(proposed.get(1)).toEqual(['a'])
})

/** Every set that can be made of some jurors. */
const subsets = (jurors: readonly string[]): string[][] =>
  jurors.reduce<string[][]>((sets, juror) => sets.flatMap((set) => [set, [...set, juror]]), [[]])

it('never gives a file to someone who is barred from it, nor twice, whatever the links', () => {
  const jurors = ['a', 'b', 'c', 'd']
  const all = subsets(jurors)
  for (const one of all) {
    for (const two of all) {
      for (const three of all) {
        const files = [one, two, three].map((barred, id) => file(id, barred))
        const proposed = distribute(files, jurors, 2)
        const given = files.map(({ id }) => proposed.get(id) ?? [])
        expect(given.map((list) => list.length)).toEqual(
          files.map(({ barred }) => Math.min(2, jurors.length - barred.size)),
        )
        expect(given.every((list) => new Set(list).size === list.length)).toBe(true)
        expect(files.some(({ id, barred }) => given[id]?.some((juror) => barred.has(juror)))).toBe(
          false,
        )
      }
    }
  }
})
