import { xmlText } from '#lib/xml.ts'
import { awardPath } from './addresses.ts'
import type { OneAward } from './queries.ts'

type Locale = 'fr' | 'en'
/** What a badge says of an award. */
export type BadgeAward = Pick<
  OneAward,
  'edition' | 'scheme' | 'level' | 'words' | 'organisation' | 'given' | 'source'
>

const WIDTH = 440
const HEIGHT = 160
/** Characters of a line, in the widest of the usual fonts. */
const LINE = 30
const FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"

const WORDS = {
  fr: {
    label: 'Label Territoire Numérique Libre',
    edition: 'millésime',
    noRank: 'lauréat, rang non connu',
    noRankHere: 'lauréat',
    scale: 'Échelle : ',
    given: 'Attribué ici par le jury du millésime',
    documented: 'DOCUMENTÉ, non attribué ici',
    source: 'Source : ',
    colon: ' : ',
  },
  en: {
    label: 'Territoire Numérique Libre label',
    edition: 'edition',
    noRank: 'laureate, rank not known',
    noRankHere: 'laureate',
    scale: 'Scale: ',
    given: 'Given here by the jury of the edition',
    documented: 'DOCUMENTED, not given here',
    source: 'Source: ',
    colon: ': ',
  },
}

/** The result with its edition, in words. */
function resultOf(locale: Locale, award: BadgeAward): string {
  const t = WORDS[locale]
  return award.words?.[locale] ?? (award.given ? t.noRankHere : t.noRank)
}

/** What stands for the badge where it cannot be seen. */
export function badgeAlt(locale: Locale, award: BadgeAward): string {
  const t = WORDS[locale]
  const head = `${t.label} ${award.edition}${t.colon}${award.organisation.name}, ${resultOf(locale, award)}`
  return award.given ? head : `${head} (${t.documented.toLowerCase()})`
}

/** More of it, for whoever asks: the scale, and whose word it is. */
function description(locale: Locale, award: BadgeAward): string {
  const t = WORDS[locale]
  const whose = award.given ? `${t.given} ${award.edition}` : t.source + award.source.title
  return `${t.scale}${award.scheme.name[locale]}. ${whose}.`
}

/**
 * The badge of an award, an image that stands for itself: no font, style, script or address of anywhere.
 * It is ours and takes nothing from the official logo of the label. A documented award is marked as such.
 */
export function badgeSvg(locale: Locale, award: BadgeAward): string {
  return drawn(locale, award, '')
}

/**
 * The same with its signed credential inside (Open Badges 3.0, 5.3.2): the picture and its proof in one
 * file.
 */
export function bakedBadge(locale: Locale, award: BadgeAward, credential: string): string {
  // Within JSON the same character; without it nothing could close the section early.
  const quoted = credential.replaceAll(']]>', ']]\\u003e')
  return drawn(
    locale,
    award,
    `<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><![CDATA[${quoted}]]></openbadges:credential>`,
  )
}

function drawn(locale: Locale, award: BadgeAward, baked: string): string {
  const t = WORDS[locale]
  const { given } = award
  const ink = given ? '#123a6b' : '#55606e'
  const name = inLines(award.organisation.name, LINE, 2)
  const top = name.length === 1 ? 74 : 64
  const result = resultOf(locale, award)
  const whose = given ? `${t.given} ${award.edition}` : t.documented
  const below = given ? t.scale + award.scheme.name[locale] : t.source + award.source.title
  const rows = [
    text(116, 34, 13, ink, t.label, 600),
    ...name.map((line, at) => text(116, top + at * 22, 19, '#16202c', line, 700)),
    text(116, 108, 16, ink, capital(result), 700),
    text(116, 130, 12, '#3c4754', capital(whose), given ? 400 : 700),
    text(116, 147, 11, '#55606e', shortened(below, 54), 400),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" xml:lang="${locale}">`,
    baked,
    `<title id="t">${xmlText(badgeAlt(locale, award))}</title>`,
    `<desc id="d">${xmlText(description(locale, award))}</desc>`,
    `<rect x="1" y="1" width="${WIDTH - 2}" height="${HEIGHT - 2}" rx="12" fill="#ffffff" stroke="${ink}" stroke-width="2"${given ? '' : ' stroke-dasharray="7 4"'}/>`,
    given
      ? `<path d="M13 2H98V${HEIGHT - 2}H13A11 11 0 0 1 2 ${HEIGHT - 13}V13A11 11 0 0 1 13 2Z" fill="${ink}"/>`
      : `<path d="M98 12V${HEIGHT - 12}" stroke="${ink}" stroke-width="2" stroke-dasharray="7 4"/>`,
    `<g font-family="${FONTS}">`,
    `<text x="50" y="66" font-size="12" text-anchor="middle" fill="${given ? '#ffffff' : ink}">${xmlText(t.edition)}</text>`,
    `<text x="50" y="94" font-size="28" font-weight="700" text-anchor="middle" fill="${given ? '#ffffff' : ink}">${award.edition}</text>`,
    ...rows,
    '</g>',
    dots(award, given ? '#ffffff' : ink),
    '</svg>\n',
  ].join('')
}

/** One mark a level, as many as the scale has; none in a scale of words. */
function dots({ level, scheme }: BadgeAward, colour: string): string {
  if (level === null || scheme.top < 2 || scheme.top > 7) return ''
  const step = Math.min(14, 76 / scheme.top)
  return Array.from({ length: scheme.top }, (_, at) => {
    const x = 50 + (at - (scheme.top - 1) / 2) * step
    return `<circle cx="${x}" cy="112" r="4" stroke="${colour}" stroke-width="1.5" fill="${at < level ? colour : 'none'}"/>`
  }).join('')
}

function text(x: number, y: number, size: number, fill: string, words: string, weight: number) {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${xmlText(words)}</text>`
}

/** Cut between words into so many lines at most; what does not fit ends in an ellipsis. */
function inLines(words: string, length: number, most: number): string[] {
  const lines: string[] = []
  let rest = words.trim()
  while (rest.length > length && lines.length < most - 1) {
    const space = rest.lastIndexOf(' ', length)
    const at = space > length / 3 ? space : length
    lines.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return [...lines, shortened(rest, length)]
}

function shortened(words: string, length: number): string {
  const letters = [...words]
  return letters.length > length
    ? `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : words
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)

/** What another site pastes to show a badge: the image, what it says in words, and a link to its page. */
export function embedCode(locale: Locale, award: BadgeAward, siteUrl: string): string {
  const page = siteUrl + (locale === 'en' ? '/en' : '') + awardPath(award)
  return [
    `<a href="${xmlText(page)}">`,
    `  <img src="${xmlText(page)}/badge.svg" width="${WIDTH}" height="${HEIGHT}" alt="${xmlText(badgeAlt(locale, award))}">`,
    '</a>',
  ].join('\n')
}
