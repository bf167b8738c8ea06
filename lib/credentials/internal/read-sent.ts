import {
  LONGEST_CREDENTIAL,
  type SignedCredential,
  signedCredential,
  type Unreadable,
} from '../schema.ts'
import { CONTEXTS } from './contexts.ts'

/** A credential of ours is some ninety values, nine deep. */
const MOST_VALUES = 400
const DEEPEST = 16
/** Names that mean more than themselves to JavaScript. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
/** Open Badges 3.0, 5.3.2: the element of a baked SVG whose text is the credential. */
const OPENING = '<openbadges:credential'
const CLOSING = '</openbadges:credential>'

/**
 * Reads what someone gives as a credential, as JSON or baked in an SVG. Nothing in it is fetched, run or
 * expanded; what is larger or deeper than any of ours is not looked at further.
 */
export function readSent(sent: string): { credential: SignedCredential } | { why: Unreadable } {
  if (Buffer.byteLength(sent) > LONGEST_CREDENTIAL) return { why: 'too-long' }
  const text = sent.replace(/^\uFEFF/, '').trim()
  if (text === '') return { why: 'empty' }
  const json = text.startsWith('<') ? bakedIn(text) : text
  if (json === undefined) return { why: 'no-credential-in-svg' }
  const value = parsed(json)
  if (value === undefined) return { why: 'not-json' }
  if (!isModest(value)) return { why: 'too-complex' }
  const read = signedCredential.safeParse(value)
  if (!read.success || !read.data.type.includes('OpenBadgeCredential')) {
    return { why: 'not-a-credential' }
  }
  const named = read.data['@context']
  const ours =
    named.length === CONTEXTS.length && CONTEXTS.every((context, at) => named[at] === context)
  return ours ? { credential: read.data } : { why: 'foreign-contexts' }
}

/** No pattern and no XML parser: each character is read once, and no entity means anything. */
function bakedIn(svg: string): string | undefined {
  const opening = svg.indexOf(OPENING)
  const start = opening < 0 ? -1 : svg.indexOf('>', opening)
  const end = start < 0 ? -1 : svg.indexOf(CLOSING, start)
  if (end < 0) return undefined
  const content = svg.slice(start + 1, end).trim()
  const quoted = content.startsWith('<![CDATA[') && content.endsWith(']]>')
  return quoted ? content.slice('<![CDATA['.length, -']]>'.length) : content
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Walks without recursion: a text of a million brackets is as deep as it is long. */
function isModest(root: unknown): boolean {
  const waiting: Array<{ value: unknown; depth: number }> = [{ value: root, depth: 0 }]
  let values = 0
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { value, depth } = item
    values++
    if (values > MOST_VALUES || depth > DEEPEST) return false
    if (typeof value !== 'object' || value === null) continue
    const names = Object.keys(value)
    if (names.length > MOST_VALUES || names.some((name) => RESERVED.has(name))) return false
    // Contexts are ours or the whole is refused: what one holds is never an object.
    for (const name of names) {
      if (name === '@context' && depth > 0) return false
      waiting.push({ value: (value as Record<string, unknown>)[name], depth: depth + 1 })
    }
  }
  return true
}
