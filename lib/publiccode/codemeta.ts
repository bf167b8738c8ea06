import type { CodemetaValues } from '#lib/forge/reading.ts'
import { decodeFile } from './rules/bytes.ts'

/** What is read of one text and one list: a codemeta.json is a page, not a book. */
const MOST_LETTERS = 10_000
const MOST_ITEMS = 50

/**
 * What a codemeta.json (version 2 or 3) says that we use. It never throws: of what is not JSON, too long,
 * or not what the vocabulary has there, nothing comes in. Texts are untrusted.
 */
export function readCodemeta(bytes: Uint8Array | string): CodemetaValues {
  const { text, faults } = decodeFile(bytes)
  if (text === null || faults.length > 0) return {}
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    // Not JSON, or nested beyond the parser's stack.
    return {}
  }
  const source = Array.isArray(root) ? root.find(isObject) : root
  if (!isObject(source)) return {}
  const values: CodemetaValues = {}
  const put = <Key extends keyof CodemetaValues>(
    key: Key,
    value: CodemetaValues[Key] | undefined,
  ) => {
    if (value !== undefined) values[key] = value
  }
  const at = (...names: string[]) =>
    names.map((name) => own(source, name)).find((value) => value != null)
  put('name', textOf(at('name')))
  put('description', textOf(at('description')))
  put('repository', webOf(at('codeRepository')))
  put('website', webOf(at('url')))
  put('licence', licenceOf(at('license')))
  put('version', textOf(at('softwareVersion', 'version'))?.slice(0, 100))
  put('platforms', textsOf(at('operatingSystem')))
  put('programmingLanguages', textsOf(at('programmingLanguage')))
  return values
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (object: Json, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined

/** A text, or the value, name or address of an object of JSON-LD; of a list, its first. */
function textOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? value : [value]
  const found = isObject(first)
    ? (own(first, '@value') ?? own(first, 'name') ?? own(first, '@id') ?? own(first, 'url'))
    : first
  if (typeof found === 'number') return String(found)
  if (typeof found !== 'string') return undefined
  const text = found.trim()
  return text === '' || text.length > MOST_LETTERS || /[^\P{Cc}\t\n\r]/u.test(text)
    ? undefined
    : text
}

function textsOf(value: unknown): string[] | undefined {
  const items = (Array.isArray(value) ? value : [value]).slice(0, MOST_ITEMS)
  // "Linux, Windows" is met as often as a list.
  const texts = items.flatMap((item) => textOf(item)?.split(',') ?? []).map((text) => text.trim())
  const kept = [...new Set(texts.filter((text) => text !== '' && text.length <= 100))]
  return kept.length > 0 ? kept : undefined
}

function webOf(value: unknown): string | undefined {
  const text = textOf(value)?.replace(/^git\+(?=https?:)/, '')
  if (text === undefined || text.length > 2_000 || !URL.canParse(text)) return undefined
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' ? text : undefined
}

/** Several licences are a choice or a sum, which the vocabulary does not say: then none is read. */
function licenceOf(value: unknown): string | undefined {
  if (Array.isArray(value) && value.length > 1) return undefined
  const text = textOf(value)
  return text
    ?.replace(/^https?:\/\/(www\.)?spdx\.org\/licenses\/([\w.+-]+?)(\.html|\.json)?$/, '$2')
    .slice(0, 200)
}
