import { UnreadableList } from './unreadable-list.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Bytes looked at to tell a text from something else. */
const LOOK = 65_536
/** Share of one half of the bytes that is zero in UTF-16 of European text. */
const ZEROES = 0.4

/**
 * The text of a file in the encoding that its bytes show: a byte order mark, else the zeroes of UTF-16,
 * else UTF-8 where all of it is UTF-8, else Windows-1252, which is what spreadsheets on Windows write.
 * @throws UnreadableList `binary` when it is no text.
 */
export function decodeText(bytes: Buffer): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (looksBinary(text)) throw new UnreadableList('binary')
  return { text: text.normalize('NFC'), encoding }
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, LOOK)
  const zeroes = [0, 0]
  for (const [at, byte] of head.entries())
    if (byte === 0) zeroes[at % 2] = (zeroes[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeroes.map((n) => n / (head.length / 2))
  if (odd > ZEROES && even < ZEROES / 10) return 'utf-16le'
  if (even > ZEROES && odd < ZEROES / 10) return 'utf-16be'
  if (even + odd > 0) throw new UnreadableList('binary')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Control characters other than those of lines and tabs have no place in a list. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, LOOK)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const controls = head.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0
  return controls > head.length / 200
}
