import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { SearchKind } from '../engine.ts'
import { fuse, NEED } from '../rules/fusion.ts'
import { rootOf } from '../rules/terms.ts'
import { typosAllowed, typosTo } from '../rules/typos.ts'
import { type Hit, matching, matchingMany } from './fts5.ts'
import { cursorOf } from './outbox.ts'

/** Words that a term may stand for in the index, as FTS5 reads them; any of them will do. */
type Alternatives = string[]

/** Every word is quoted: what a visitor types is never read as FTS5 syntax. */
const quote = (phrase: string) => `"${phrase.replaceAll('"', '')}"`

/** The most words of the index that a mistyped one is taken for. */
const MAX_CORRECTIONS = 6

/** Whole-word finds from which beginnings of words would only add noise. */
const ENOUGH = 20

/** The most rows that are read of one word of a need. */
const MOST_OF_A_WORD = 1_000

/**
 * Rows that hold every term, best first: those that hold the last one whole and, when these are few,
 * after them those that hold a word beginning so ("SIG" is not "signature"), then roots. Of three terms
 * and more, and where nothing holds them all, rows need hold only some (see fuse).
 * @param groups terms that stand for each other, as phrases (acronyms and what they mean).
 */
export function findTerms(
  db: Db,
  kind: SearchKind,
  terms: readonly string[],
  groups: readonly string[][],
  limit: number,
  { breakTie = () => 0, order }: Ordering = {},
): number[] {
  if (terms.length === 0) return []
  const parts = splitIntoParts(db, kind, terms, groups)
  if (parts.length >= NEED) return holdingSome(db, kind, parts).slice(0, limit)
  const found = new Set<number>()
  const take = (hits: readonly Hit[]) => {
    for (const id of withoutTies(hits, breakTie)) found.add(id)
  }
  const all = (groups: Alternatives[]) =>
    take(matchingMany(db, kind, groups.map(anyOf).join(' AND '), limit, order))
  const whole = parts.map((part) => part.whole)
  all(whole)
  const last = parts.at(-1)
  if (found.size < ENOUGH && last) all([...whole.slice(0, -1), last.beginning])
  // One word alone is taken as it is typed; beside another, its root is telling enough.
  if (found.size < ENOUGH && parts.length > 1) {
    all(parts.map((part) => [...part.whole, ...part.roots]))
  }
  if (found.size === 0 && parts.length > 1) return holdingSome(db, kind, parts).slice(0, limit)
  return [...found].slice(0, limit)
}

interface Ordering {
  /** Orders two rows that are equally relevant. */
  breakTie?: (one: number, other: number) => number
  /** Every row's id, in the order of those that are too many to be ranked. */
  order?: readonly number[]
}

/** Scores that differ by less, in proportion, are taken for equal: bm25 tells no more than that. */
const TIE = 0.02

/** The ids of hits that come best first, those that tie among themselves put in order. */
function withoutTies(
  hits: readonly Hit[],
  breakTie: (one: number, other: number) => number,
): number[] {
  const ids: number[] = []
  for (let at = 0; at < hits.length; ) {
    const score = hits[at]?.score ?? 0
    let end = at + 1
    while (end < hits.length && (hits[end]?.score ?? 0) - score < -score * TIE) end++
    const tied = hits.slice(at, end).map(({ id }) => id)
    ids.push(...(tied.length > 1 ? tied.sort(breakTie) : tied))
    at = end
  }
  return ids
}

const anyOf = (alternatives: Alternatives) => `(${alternatives.join(' OR ')})`

interface Part {
  whole: Alternatives
  /** The same where the term is the last one, perhaps not typed to its end. */
  beginning: Alternatives
  /** The root of the term, where the index knows it and it is not the term itself. */
  roots: Alternatives
}

/** Rows that hold some of the parts, best first. */
function holdingSome(db: Db, kind: SearchKind, parts: readonly Part[]): number[] {
  return fuse(
    parts.map(({ whole, beginning, roots }, index) => {
      const words = index === parts.length - 1 ? beginning : whole
      const hits = matching(db, kind, anyOf([...words, ...roots]), MOST_OF_A_WORD)
      return { ids: hits.map(({ id }) => id), total: hits.length }
    }),
  )
}

function splitIntoParts(
  db: Db,
  kind: SearchKind,
  terms: readonly string[],
  groups: readonly string[][],
): Part[] {
  const segments = segmentsOf(terms, groups)
  return segments.map(({ typed, forms, next }, at) => {
    if (!forms) return partOf(db, kind, typed, at === segments.length - 1, next)
    const phrases = forms.map(quote)
    return { whole: phrases, beginning: phrases, roots: [] }
  })
}

interface Segment {
  typed: string
  /** What stands for it, itself included, where it is an acronym or what one stands for. */
  forms: string[] | undefined
  /** The term that follows it. */
  next: string | undefined
}

/** The runs of terms that mean one thing: an acronym or what one stands for, else each term alone. */
export function segmentsOf(terms: readonly string[], groups: readonly string[][]): Segment[] {
  const segments: Segment[] = []
  for (let at = 0; at < terms.length; ) {
    const synonyms = synonymsAt(terms, at, groups)
    const end = at + (synonyms?.length ?? 1)
    segments.push({
      typed: terms.slice(at, end).join(' '),
      forms: synonyms?.forms,
      next: terms[end],
    })
    at = end
  }
  return segments
}

/** The longest run of terms from here on that is a known acronym, or what one stands for. */
function synonymsAt(
  terms: readonly string[],
  at: number,
  groups: readonly string[][],
): { forms: string[]; length: number } | undefined {
  for (let length = Math.min(6, terms.length - at); length > 0; length--) {
    const typed = terms.slice(at, at + length).join(' ')
    const forms = groups.filter((group) => group.includes(typed)).flat()
    if (forms.length > 0) return { forms: [...new Set(forms)], length }
  }
  return undefined
}

function partOf(db: Db, kind: SearchKind, term: string, last: boolean, next?: string): Part {
  const words = vocabulary(db, kind)
  const exact = quote(term)
  const known = words.has(term)
  const root = rootOf(term)
  const roots = root !== term && words.has(root) ? [quote(root)] : []
  if (known || (last && words.hasBeginning(term))) {
    return { whole: [exact], beginning: [`${exact}*`], roots }
  }
  const corrected = words.nearest(term, last).map(quote)
  const split = words.split(term).map((two) => two.map(quote).join(' AND '))
  const joined = next !== undefined && words.has(term + next) ? [quote(term + next)] : []
  const all = [exact, ...corrected, ...split.map((two) => `(${two})`), ...joined]
  return { whole: all, beginning: [`${exact}*`, ...all.slice(1)], roots }
}

/** The words of an index, for telling a word that is not there from one that is. */
class Vocabulary {
  readonly #sorted: string[]
  readonly #all: ReadonlySet<string>

  constructor(words: string[]) {
    this.#sorted = words
    this.#all = new Set(words)
  }

  has(word: string): boolean {
    return this.#all.has(word)
  }

  hasBeginning(text: string): boolean {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? '') < text) low = middle + 1
      else high = middle
    }
    return this.#sorted[low]?.startsWith(text) ?? false
  }

  /** Known words within the typos that a typed one may hold, nearest first. */
  nearest(typed: string, beginning: boolean): string[] {
    if (typosAllowed(typed) === 0) return []
    const near: Array<{ word: string; typos: number }> = []
    for (const word of this.#sorted) {
      if (!beginning && Math.abs(word.length - typed.length) > 2) continue
      // People hardly ever get the first letter wrong, except by swapping it with the second.
      if (word[0] !== typed[0] && word[0] !== typed[1]) continue
      const typos = typosTo(typed, word, beginning)
      if (typos !== Number.POSITIVE_INFINITY) near.push({ word, typos })
    }
    near.sort((a, b) => a.typos - b.typos || a.word.length - b.word.length)
    return near.slice(0, MAX_CORRECTIONS).map(({ word }) => word)
  }

  /** Two known words that were typed as one. */
  split(typed: string): Array<[string, string]> {
    for (let at = 3; at <= typed.length - 3; at++) {
      const two: [string, string] = [typed.slice(0, at), typed.slice(at)]
      if (this.has(two[0]) && this.has(two[1])) return [two]
    }
    return []
  }
}

const vocabularies = new WeakMap<Db, Map<SearchKind, { cursor: number; words: Vocabulary }>>()

/** The words of an index, read again when the index has changed. */
function vocabulary(db: Db, kind: SearchKind): Vocabulary {
  const cursor = cursorOf(db, 'fts5') ?? 0
  const known = vocabularies.get(db) ?? new Map()
  vocabularies.set(db, known)
  const kept = known.get(kind)
  if (kept?.cursor === cursor) return kept.words
  const table = sql.raw(`temp.${kind}_vocabulary`)
  db.run(sql`CREATE VIRTUAL TABLE IF NOT EXISTS ${table}
    USING fts5vocab('main', ${sql.raw(`'${kind}_fts'`)}, 'row')`)
  const words = new Vocabulary(
    db
      .all<{ term: string }>(sql`SELECT term FROM ${table}`)
      .map(({ term }) => term)
      .sort(),
  )
  known.set(kind, { cursor, words })
  return words
}
