import { xmlText } from '#lib/xml.ts'
import type { BadgeWords } from './badge-words.ts'
import { textWidth } from './rules/text-width.ts'

const HEIGHT = 20
const SIZE = 11
const PADDING = 7
const FONTS = "'DejaVu Sans', Verdana, system-ui, 'Segoe UI', Roboto, Arial, sans-serif"
/** White stands on each with a contrast of 6:1 or more. */
const LABEL = '#3c4754'
const KNOWN = '#0b5a54'
const UNKNOWN = '#55606e'

/** How wide a badge is drawn. */
export const badgeWidth = ({ label, text }: BadgeWords): number =>
  textWidth(label, SIZE) + textWidth(text, SIZE) + 4 * PADDING

/**
 * A badge for a README: an image that stands for itself, with no font, style, script or address of
 * anywhere. The same words give the same bytes.
 */
export function badgeSvg(locale: 'fr' | 'en', words: BadgeWords): string {
  const { label, text, alt, description, known } = words
  const left = textWidth(label, SIZE) + 2 * PADDING
  const width = badgeWidth(words)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="t d" xml:lang="${locale}">`,
    `<title id="t">${xmlText(alt)}</title>`,
    `<desc id="d">${xmlText(description)}</desc>`,
    `<rect width="${width}" height="${HEIGHT}" rx="3" fill="${known ? KNOWN : UNKNOWN}"/>`,
    `<path d="M3 0H${left}V${HEIGHT}H3A3 3 0 0 1 0 ${HEIGHT - 3}V3A3 3 0 0 1 3 0Z" fill="${LABEL}"/>`,
    `<g font-family="${FONTS}" font-size="${SIZE}" fill="#ffffff">`,
    drawn(PADDING, label),
    drawn(left + PADDING, text),
    '</g></svg>\n',
  ].join('')
}

/** Told its width, a text keeps to it in whatever font the reader has. */
const drawn = (x: number, words: string) =>
  `<text x="${x}" y="14" textLength="${textWidth(words, SIZE)}" lengthAdjust="spacingAndGlyphs">${xmlText(words)}</text>`
