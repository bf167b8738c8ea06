import { oneLine } from '#lib/typed-text.ts'
import { LONGEST_NAME, MOST_NAMES } from '../schema.ts'
import { nameKeyOf } from './read-name.ts'

export interface CleanName {
  name: string
  key: string
}

/** The names of a list, each once, in its order; what holds no letter is none. */
export function cleanNames(names: readonly string[]): {
  names: CleanName[]
  /** How many stand in the list beyond those that are read. */
  beyond: number
  /** How many are longer than a name is: left aside. */
  tooLong: number
} {
  const byKey = new Map<string, CleanName>()
  let tooLong = 0
  for (const text of names) {
    // A list of a text editor: "- Arles", "* Arles", "1. Arles".
    const name = oneLine(text).replace(/^([-*•·–]|\d{1,4}[.)])\s+(?=\S)/, '')
    const key = nameKeyOf(name)
    if (!/\p{L}/u.test(key) || byKey.has(key)) continue
    if (name.length > LONGEST_NAME) tooLong++
    else byKey.set(key, { name, key })
  }
  const all = [...byKey.values()]
  return {
    names: all.slice(0, MOST_NAMES),
    beyond: Math.max(0, all.length - MOST_NAMES),
    tooLong,
  }
}
