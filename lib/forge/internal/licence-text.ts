import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { licenceFamily } from '../rules/licence-family.ts'

/** How alike two texts are to be one: of the Dice coefficient of their triples of words. */
const ALIKE = 0.9
/** Licences that are no text of software that a collectivité would run, and so only resemble others. */
const LEFT_OUT = /^(?:GFDL|CC-(?!0)|.*-no-|.*-with-|ECL-1|eCos)/

interface Known {
  /** As it is written: the text grants this version at least. */
  spdx: string
  words: number
  triples: Set<number>
}

let known: Known[] | undefined
/** The licences of texts that have been seen, by content: most repositories hold the same few. */
const seen = new Map<string, string | null>()

/**
 * Which licence a file is the text of, among the free licences of SPDX; null when it is none of them.
 * The title, the copyright lines and the way lines are broken do not count. The texts of the GNU
 * licences do not say whether later versions will do: they are `-only`, what is surely granted.
 */
export function licenceOfText(text: string): string | null {
  const words = wordsOf(text)
  const key = words.join(' ')
  const before = seen.get(key)
  if (before !== undefined) return before
  const found = nearest(words)
  if (seen.size > 500) seen.clear()
  seen.set(key, found)
  return found
}

function nearest(words: readonly string[]): string | null {
  if (words.length < 20 || words.length > 20_000) return null
  known ??= loadKnown()
  const triples = triplesOf(words)
  let best: { spdx: string; score: number } | null = null
  for (const licence of known) {
    // A text much shorter or longer is not this one.
    if (licence.words < words.length * 0.7 || licence.words > words.length * 1.4) continue
    let common = 0
    for (const triple of licence.triples) if (triples.has(triple)) common++
    const score = (2 * common) / (licence.triples.size + triples.size)
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { spdx: licence.spdx, score }
  }
  return best?.spdx ?? null
}

function loadKnown(): Known[] {
  const require = createRequire(import.meta.url)
  const folder = path.dirname(require.resolve('spdx-license-list/package.json'))
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
  const list = read('spdx.json') as Record<string, { osiApproved: boolean }>
  const texts = new Map<string, Known>()
  for (const [id, { osiApproved }] of Object.entries(list)) {
    if (!(osiApproved || /^(?:CECILL|EUPL|etalab|CC0|WTFPL|OGL)/.test(id)) || LEFT_OUT.test(id))
      continue
    const family = licenceFamily(id)
    if (texts.has(family)) continue
    const { licenseText } = read(`licenses/${id}.json`) as { licenseText: string }
    const words = wordsOf(licenseText)
    const spdx = `${family}-only` in list ? `${family}-only` : id
    texts.set(family, { spdx, words: words.length, triples: triplesOf(words) })
  }
  return [...texts.values()]
}

/** The words that count, whatever the case, the punctuation, the copyright holder and the year. */
function wordsOf(text: string): string[] {
  return (
    text
      .split(/\r?\n/)
      .filter((line) => !/^\W*(?:copyright|©|\(c\)|all rights reserved)/i.test(line))
      .join(' ')
      .replace(/<[^<>]{1,60}>|\[[^[\]]{1,60}\]/g, ' ')
      .replace(/https?:\/\/\S+/g, ' ')
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? []
  )
}

/** Each run of three words as a number: two runs of one number are rare, and few of them change nothing. */
function triplesOf(words: readonly string[]): Set<number> {
  const triples = new Set<number>()
  for (let at = 0; at + 2 < words.length; at++) {
    let hash = 2_166_136_261
    for (const word of [words[at], words[at + 1], words[at + 2]]) {
      for (const sign of `${word} `) hash = Math.imul(hash ^ sign.charCodeAt(0), 16_777_619)
    }
    triples.add(hash >>> 0)
  }
  return triples
}
