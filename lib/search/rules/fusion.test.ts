import { describe, expect, it } from 'vitest'
import { fuse } from './fusion.ts'

const finds = (...lists: number[][]) => lists.map((ids) => ({ ids, total: ids.length }))

const many = Array.from({ length: 400 }, (_, n) => 1_000 + n)

describe('what each word of a need finds, merged', () => {
  it('puts what holds every word before what holds some', () => {
    expect(fuse(finds([1, 2], [2, 3], [4, 2]))[0]).toBe(2)
  })

  it('counts a rare word more than a common one', () => {
    expect(fuse(finds([7], [...many.slice(0, 200), 8])).indexOf(7)).toBe(0)
  })

  it('counts a better rank more, where words weigh the same', () => {
    expect(fuse(finds([1, 2, 3]))).toEqual([1, 2, 3])
  })

  it('is fifty rows at most, and nothing of nothing', () => {
    expect(fuse(finds(many))).toHaveLength(50)
    expect(fuse(finds([], []))).toEqual([])
  })
})
