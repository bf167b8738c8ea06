/** Of the ASCII characters from the space on, in hundredths of an em: DejaVu Sans, the widest of the usual fonts. */
const WIDTHS =
  '32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 53 100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69 39 34 39 84 50 50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59 82 59 59 52 64 34 64 84'
    .split(' ')
    .map(Number)
const FIRST = 32
/** What is no letter of ours may be as wide as it is high. */
const WIDE = 100

/**
 * How wide a text is drawn, in pixels, without a browser to ask. An accent adds nothing to its letter.
 * The drawing is told this width, so that every font keeps to it.
 */
export function textWidth(text: string, size: number): number {
  let hundredths = 0
  for (const letter of text.normalize('NFD').replace(/\p{Mn}/gu, '')) {
    hundredths += letter === '·' || letter === '\u00a0' ? 32 : widthOf(letter)
  }
  return Math.ceil((hundredths * size) / 100)
}

const widthOf = (letter: string) => WIDTHS[(letter.codePointAt(0) ?? 0) - FIRST] ?? WIDE
