import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts'

const KEY = 'mutualibre.recherches'

function storage(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const refuse = () => {
  throw new DOMException('refused', 'SecurityError')
}

afterEach(() => vi.unstubAllGlobals())

describe('the last searches', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage()))

  it('are five at most, newest first, each once', () => {
    for (const query of ['a1', 'b2', 'c3', ' B2 ', 'd4', 'e5', 'f6', '  ']) rememberSearch(query)

    expect(recentSearches()).toEqual(['f6', 'e5', 'd4', 'B2', 'c3'])
  })

  it('are gone once cleared', () => {
    rememberSearch('openelec')
    forgetSearches()

    expect(recentSearches()).toEqual([])
  })
})

describe('what the browser kept is not trusted', () => {
  it.each([
    ['not JSON', []],
    ['{"a":1}', []],
    ['null', []],
    ['[1,null,{"q":"x"},"  ","openelec","openelec"]', ['openelec']],
    [JSON.stringify(Array.from({ length: 50 }, (_, n) => `q${n}`)), ['q0', 'q1', 'q2', 'q3', 'q4']],
    [JSON.stringify(['x'.repeat(5_000)]), ['x'.repeat(200)]],
  ])('%s', (kept, expected) => {
    vi.stubGlobal('localStorage', storage(new Map([[KEY, kept]])))

    expect(recentSearches()).toEqual(expected)
  })

  it('nor that it keeps anything at all', () => {
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })

    expect(() => rememberSearch('openelec')).not.toThrow()
    expect(recentSearches()).toEqual([])
    expect(() => forgetSearches()).not.toThrow()
  })
})
