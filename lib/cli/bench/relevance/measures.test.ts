import { describe, expect, it } from 'vitest'
import { mean, measure } from './measures.ts'

const judged = { q: 'agenda', kind: 'trade', expected: ['a', 'b', 'c'], best: ['a'] }

describe('the measures of an answer', () => {
  it('are all 1 for the right answers in the right order', () => {
    expect(measure(judged, ['a', 'b', 'c', 'x'])).toEqual({ recall: 1, reciprocalRank: 1, ndcg: 1 })
  })

  it('are all 0 when nothing right is among the first ten', () => {
    const wrong = Array.from({ length: 10 }, (_, n) => `x${n}`)

    expect(measure(judged, [...wrong, 'a'])).toEqual({ recall: 0, reciprocalRank: 0, ndcg: 0 })
    expect(measure(judged, [])).toEqual({ recall: 0, reciprocalRank: 0, ndcg: 0 })
  })

  it('follow their definitions', () => {
    const found = measure(judged, ['x', 'b', 'a'])

    expect(found.recall).toBeCloseTo(2 / 3)
    expect(found.reciprocalRank).toBe(0.5)
    const gain = 1 / Math.log2(3) + 2 / Math.log2(4)
    const ideal = 2 + 1 / Math.log2(3) + 1 / Math.log2(4)
    expect(found.ndcg).toBeCloseTo(gain / ideal)
  })

  it('ask for ten right answers at most', () => {
    const expected = Array.from({ length: 15 }, (_, n) => `e${n}`)

    expect(measure({ ...judged, expected, best: ['e0'] }, expected).recall).toBe(1)
  })

  it('are averaged one by one', () => {
    expect(
      mean([
        { recall: 1, reciprocalRank: 0, ndcg: 0.5 },
        { recall: 0, reciprocalRank: 1, ndcg: 0.5 },
      ]),
    ).toEqual({ recall: 0.5, reciprocalRank: 0.5, ndcg: 0.5 })
  })
})
