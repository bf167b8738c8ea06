/** Bytes of a file that are read at most: the longest real ones have 175 KB. */
export const MOST_BYTES = 1_048_576
/** Lines, and marks that open something (lists, mappings, anchors), beyond which parsing costs seconds. */
const MOST_LINES = 40_000
const MOST_MARKS = 60_000

export type FileFault = 'file-too-large' | 'file-too-complex' | 'file-empty' | 'not-utf8'

export interface DecodedFile {
  /** What there is to parse; null where it is not worth it. */
  text: string | null
  faults: Array<{ code: FileFault; line: number; fatal: boolean }>
  /** Whether the file began with a byte order mark, which is not in `text`. */
  bom: boolean
}

/** The text of a file, bounded: in a file that is not UTF-8, each bad byte becomes U+FFFD. */
export function decodeFile(bytes: Uint8Array | string): DecodedFile {
  const size = typeof bytes === 'string' ? byteLength(bytes) : bytes.length
  if (size > MOST_BYTES) return refused('file-too-large')
  const { text: whole, badLine } =
    typeof bytes === 'string' ? { text: bytes, badLine: 0 } : decoded(bytes)
  const bom = whole.startsWith('\uFEFF')
  const text = bom ? whole.slice(1) : whole
  const faults: DecodedFile['faults'] =
    badLine > 0 ? [{ code: 'not-utf8', line: badLine, fatal: false }] : []
  if (text.trim() === '') return { text: null, faults: [...faults, fatal('file-empty')], bom }
  if (count(text, /\n|\r(?!\n)/g, MOST_LINES) || count(text, /[[{&*]|[-?:] /g, MOST_MARKS)) {
    return { text: null, faults: [...faults, fatal('file-too-complex')], bom }
  }
  return { text, faults, bom }
}

function byteLength(text: string): number {
  // A string has at least a byte a unit: what is too long by that is not encoded to be counted.
  return text.length > MOST_BYTES ? text.length : new TextEncoder().encode(text).length
}

function decoded(bytes: Uint8Array): { text: string; badLine: number } {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      badLine: 0,
    }
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')))
    return { text, badLine: before.split(/\r\n|\r|\n/).length }
  }
}

/** Whether a pattern is met more often than `most` times. */
function count(text: string, pattern: RegExp, most: number): boolean {
  let met = 0
  for (const _ of text.matchAll(pattern)) {
    met += 1
    if (met > most) return true
  }
  return false
}

const fatal = (code: FileFault) => ({ code, line: 0, fatal: true })
const refused = (code: FileFault): DecodedFile => ({
  text: null,
  faults: [fatal(code)],
  bom: false,
})
