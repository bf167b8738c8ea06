import { expect, test } from 'vitest'
import { SOUND_PUBLICCODE } from '#lib/testing/publiccode.ts'
import { readPubliccode } from './read.ts'

const MEBIBYTE = 1_048_576
const ROWS = 39_000
const many = (row: (index: number) => string) =>
  Array.from({ length: ROWS }, (_, index) => row(index)).join('\n')

test.each<[string, string | Uint8Array]>([
  ['50 MB', new Uint8Array(50 * MEBIBYTE)],
  ['50 MB of text', 'a'.repeat(50 * MEBIBYTE)],
  ['lists in lists', '['.repeat(20_000)],
  ['mappings in mappings', '{a: '.repeat(9_000)],
  ['a mebibyte of dashes', '- '.repeat(MEBIBYTE / 2)],
  ['a mebibyte of NUL', '\0'.repeat(MEBIBYTE)],
  ['thousands of documents', 'a: b\n---\n'.repeat(3_000)],
  ['thousands of unknown keys', many((index) => `k${index}: v`)],
  ['thousands of the same key', many(() => 'name: x')],
  ['an alias of itself', 'platforms: &a [*a]\nname: &b\n  c: *b'],
  [
    'a billion laughs',
    `a: &a [lol, lol]\n${[...'bcdefghijklmnop'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghijklmno'[at]}`).join(', ')}]`).join('\n')}\nusedBy: *p`,
  ],
  ['a list', '- a\n- b'],
  ['a scalar', 'hello'],
  ['nothing', ''],
  ['UTF-16', new Uint8Array([255, 254, 110, 0, 97, 0])],
  [
    'keys of the prototype',
    '__proto__:\n  a: 1\nconstructor: x\ndescription:\n  __proto__: {shortDescription: x}\n',
  ],
  ['keys that are no text', '? [a, b]\n: c\n'],
  ['broken YAML', 'name: "x\nurl: [}'],
])('%s is refused with a sentence, soon', { timeout: 20_000 }, (_, file) => {
  const started = performance.now()
  const reading = readPubliccode(file)
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(reading.valid).toBe(false)
  expect(reading.findings.length).toBeLessThan(500)
  expect(
    reading.findings.every(({ message }) => message.fr.length > 10 && message.en.length > 10),
  ).toBe(true)
  expect(JSON.stringify(reading.values).length).toBeLessThan(10_000)
  expect(({} as Record<string, unknown>).shortDescription).toBeUndefined()
})

test('Bad UTF-8 costs the texts that have it, and no other', () => {
  const bytes = new TextEncoder().encode(SOUND_PUBLICCODE)
  bytes[bytes.indexOf(0xc3, 60)] = 0xff
  const { values, findings, corrected } = readPubliccode(bytes)
  expect(findings.map(({ code, line }) => [code, line])).toEqual([
    ['not-utf8', 3],
    ['text-control', 3],
  ])
  expect(values.name).toBeUndefined()
  expect(values.url).toBe('https://forge.example.org/ville/cimetieres.git')
  expect(corrected).toBeNull()
})

test('A list of twenty thousand users comes in whole', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `  - Commune ${index}`)
  const { values } = readPubliccode(`${SOUND_PUBLICCODE}usedBy:\n${names.join('\n')}\n`)
  expect(values.usedBy).toHaveLength(20_000)
})
