import { fold } from '#lib/text.ts'
import { oneLine } from '#lib/typed-text.ts'
import { GROUP, type KindHint, kindNamed, withoutGroupWord, withoutKind } from './kind-words.ts'
import { isVague } from './name-sorts.ts'

/** One way to read a name: what it is called, and what its words say of its kind. */
export interface Reading {
  names: string[]
  said: KindHint | null
}

export interface NameReading {
  /** The whole name, folded. */
  folded: string
  /** Ways to read it, the most literal first. */
  readings: Reading[]
  /** Code of a département, or a postal code, that stands beside the name; empty for none. */
  departement: string
  postcode: string
  /** Words in brackets that no rule knows, folded: a place, an acronym, or anything. */
  gloss: string
  /** Kinds of several bodies that bear the one name: "Rumilly (mairie et communauté de communes)". */
  both: KindHint[]
  /** The names that it may be a list of, as written; one alone is no list. */
  parts: string[]
  /** It says of itself that it is a list: "… et autres", "villes de A et B". */
  isList: boolean
  isVague: boolean
}

/** A name that is none: "département 38" is told by its place alone. */
export const BY_PLACE = ''

const CODE = /^(0[1-9]|[1-8]\d|9[0-5]|2[ab]|97[1-6]|98[678])$/
const BRACKETS = /\s*[([{]([^()[\]{}]*)[)\]}]?\s*/g
const SAINTS = [/\bste\b/g, /\bst\b/g] as const

/** What names are compared by: folded, with saints in full. */
export const nameForm = (text: string): string =>
  fold(text).replace(SAINTS[0], 'sainte').replace(SAINTS[1], 'saint')

/** What a decision on a name is remembered under. */
export const nameKeyOf = (text: string): string => fold(oneLine(text)).slice(0, 300)

/** Reads a name as people write it in a list of users. Pure: it knows no organisation. */
export function readName(text: string): NameReading {
  // "CD38" is "CD 38".
  const line = oneLine(text).replace(/^(cd|cg|sdis|cdg)(\d[\dab]\d?)$/i, '$1 $2')
  const folded = nameForm(line)
  const { base, departement, postcode, gloss, said } = takeBrackets(line)
  const whole = nameForm(base)
  const { bare, code, post } = takeNumbers(base)
  const twice = bothOf(whole) ?? bothInBrackets(line)
  const readings: Reading[] = [{ names: [whole], said }]
  for (const name of new Set([whole, nameForm(bare), ...(twice ? [twice.name] : [])])) {
    readings.push(...readingsOf(name, said))
  }
  const named = kindNamed(nameForm(bare))
  if (named && code !== '') readings.push({ names: [BY_PLACE], said: named })
  return {
    folded,
    readings,
    departement: departement || code,
    postcode: postcode || post,
    gloss,
    both: twice?.kinds ?? [],
    parts: partsOf(line),
    isList: LIST_MARKS.test(folded) || /^(villes|communes|mairies|departements) de? /.test(folded),
    isVague: isVague(folded),
  }
}

function readingsOf(name: string, said: KindHint | null): Reading[] {
  const readings: Reading[] = [{ names: [name], said }]
  const prefixed = withoutKind(name)
  if (prefixed) readings.push({ names: prefixed.names, said: prefixed.said })
  const grouped = withoutGroupWord(name)
  if (grouped !== undefined) readings.push({ names: [grouped], said: said ?? GROUP })
  return readings
}

/** What stands in brackets: a département, a kind of body, or words that only the register may know. */
function takeBrackets(line: string) {
  let [departement, postcode, gloss] = ['', '', '']
  let said: KindHint | null = null
  const base = line.replace(BRACKETS, (_, inside: string) => {
    const words = nameForm(inside)
    const kind = kindNamed(words)
    if (CODE.test(words)) departement = words
    else if (/^\d{5}$/.test(words)) postcode = words
    else if (kind) said = kind
    else if (words !== '' && !bothOf(words)) gloss = [gloss, words].filter(Boolean).join(' ')
    return ' '
  })
  // A name that is all in brackets is its own.
  return /[\p{L}\p{N}]/u.test(base)
    ? { base, departement, postcode, gloss, said: said as KindHint | null }
    : {
        base: line.replace(/[()[\]{}]/g, ' '),
        departement: '',
        postcode: '',
        gloss: '',
        said: null,
      }
}

/** "Arles - 13", "13200 Arles": a number beside a name, which is not of it. */
function takeNumbers(base: string): { bare: string; code: string; post: string } {
  const text = base.trim()
  const post = /^(\d{5})[\s,–-]+(.+)$/.exec(text) ?? /^(.+?)[\s,–-]+(\d{5})$/.exec(text)
  if (post) {
    const [, one = '', two = ''] = post
    return /^\d{5}$/.test(one)
      ? { bare: two, code: '', post: one }
      : { bare: one, code: '', post: two }
  }
  const code =
    /^(.*\p{L})[\s,–-]+(\d{2,3}|2[AaBb])$/u.exec(text) ??
    /^(\d{2,3}|2[AaBb])[\s,–-]+(.+)$/.exec(text)
  if (!code) return { bare: text, code: '', post: '' }
  const [, one = '', two = ''] = code
  const [number, name] = CODE.test(fold(one)) ? [one, two] : [two, one]
  return CODE.test(fold(number))
    ? { bare: name, code: fold(number), post: '' }
    : { bare: text, code: '', post: '' }
}

const PAIR = /^(?:la |le |l )?(.+?) (?:et|&) (?:la |le |l |son |sa )?(.+)$/

/** "Ville et métropole de X", "mairie et CCAS": two kinds of body under one name. */
function bothOf(words: string): { kinds: KindHint[]; name: string } | undefined {
  const pair = PAIR.exec(words)
  const [first, second] = [pair?.[1] ?? '', pair?.[2] ?? '']
  const one = kindNamed(first)
  if (!one) return undefined
  const alone = kindNamed(second)
  if (alone) return { kinds: [one, alone], name: '' }
  const other = withoutKind(second)
  return other ? { kinds: [one, other.said], name: other.names[0] ?? '' } : undefined
}

function bothInBrackets(line: string): { kinds: KindHint[]; name: string } | undefined {
  for (const [, inside = ''] of line.matchAll(BRACKETS)) {
    const both = bothOf(nameForm(inside))
    if (both) return { ...both, name: nameForm(line.replace(BRACKETS, ' ')) }
  }
  return undefined
}

const LIST_MARKS =
  /\b(et autres|et al|e altre|e altri|and others|und andere|etc)\b|\bet \d+ autres\b/

/** The names that a line holds, if it is a list of several. */
function partsOf(line: string): string[] {
  return line
    .replace(BRACKETS, ' ')
    .split(/\s*[,;/&+]\s*|\s+(?:et|and)\s+/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part))
}
