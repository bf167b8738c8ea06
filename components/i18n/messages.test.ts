import { describe, expect, it } from 'vitest'
import { LOCALES } from './locale.ts'
import { messages } from './messages.ts'

/** Every text by the way that leads to it; one that takes values is read with some. */
function textsOf(tree: unknown, way: readonly string[] = []): Array<[way: string, text: unknown]> {
  if (typeof tree === 'function') {
    const values = Array.from({ length: tree.length }, () => '3')
    return [[`${way.join('.')}(${tree.length})`, tree(...values)]]
  }
  if (typeof tree === 'object' && tree !== null) {
    return Object.entries(tree).flatMap(([name, branch]) => textsOf(branch, [...way, name]))
  }
  return [[way.join('.'), tree]]
}

describe('the texts of the pages', () => {
  it('are the same in French and in English, one for one, with the same values to fill in', () => {
    const [french, english] = LOCALES.map((locale) => textsOf(messages(locale)).map(([way]) => way))

    expect(english).toEqual(french)
    expect(french?.length).toBeGreaterThan(100)
  })

  it.each(LOCALES)('are all there: none is empty in %s', (locale) => {
    const empty = textsOf(messages(locale)).filter(
      ([, text]) => typeof text !== 'string' || text.trim() === '',
    )

    expect(empty).toEqual([])
  })

  it.each(LOCALES)('have no hole where a value was to stand in %s', (locale) => {
    const holes = textsOf(messages(locale)).filter(([, text]) =>
      /undefined|NaN|\[object|\$\{/.test(String(text)),
    )

    expect(holes).toEqual([])
  })

  it('say the French in French typography: no straight apostrophe', () => {
    const straight = textsOf(messages('fr')).filter(([, text]) => String(text).includes("'"))

    expect(straight).toEqual([])
  })
})
