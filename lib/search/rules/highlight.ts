import { fold, stem } from '#lib/text.ts'
import { queryTerms } from './terms.ts'
import { typosTo } from './typos.ts'

/** Longest text and query that are looked at: what comes after is given back unmarked. */
const MAX_TEXT = 2_000
const MAX_QUERY = 200
/** Words that are compared as one: "open elec" with openElec, "libreoffice" with Libre Office. */
const LONGEST_RUN = 4

/** A piece of the original text; the pieces, put together, are the text. */
interface Piece {
  text: string
  match: boolean
}

/** A word of a text: folded, and where each folded letter begins and ends in the original. */
interface Word {
  folded: string
  starts: number[]
  ends: number[]
}

/**
 * Where a query meets a text, in the original text: beginnings of words, whole words up to an allowed
 * typo, words that one of the two runs together. Plain pieces to be drawn, never HTML.
 */
export function highlight(text: string, query: string): Piece[] {
  const asked = query.slice(0, MAX_QUERY)
  const terms = queryTerms(asked)
  if (terms.length === 0) return pieces(text, [])
  const found = wordsOf(text.slice(0, MAX_TEXT))
  const marked = new Uint8Array(text.length)
  for (const term of terms) {
    // A typo is looked for only where nothing is spelt as typed.
    if (!markTerm(found, term, marked)) markTypos(found, term, marked)
  }
  for (const run of runsOf(fold(asked).split(' '))) markBeginnings(found, run, marked)
  return pieces(text, marked)
}

/** The words of a text, cut as `fold` cuts them, each folded letter tied to what it was made of. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let word: Word | null = null
  let at = 0
  for (const letter of text) {
    const end = at + letter.length
    const folded = fold(letter)
    if (folded !== '') {
      if (word === null) {
        word = { folded: '', starts: [], ends: [] }
        words.push(word)
      }
      word.folded += folded
      // œ is two folded letters of one original: both stand for the whole of it.
      for (const _ of folded.split('')) {
        word.starts.push(at)
        word.ends.push(end)
      }
    } else if (/\p{Mn}/u.test(letter)) {
      // A mark belongs to the letter before it.
      if (word) word.ends[word.ends.length - 1] = end
    } else {
      word = null
    }
    at = end
  }
  return words
}

/** Beginnings of words, other numbers of the same word, and the term as a run of several words. */
function markTerm(found: readonly Word[], term: string, marked: Uint8Array): boolean {
  let any = markBeginnings(found, term, marked)
  const root = stem(term)
  for (const [index, word] of found.entries()) {
    if (root !== term && stem(word.folded) === root) {
      mark(marked, word, 0, word.folded.length)
      any = true
    }
    any = markRun(found, index, term, marked) || any
  }
  return any
}

function markBeginnings(found: readonly Word[], typed: string, marked: Uint8Array): boolean {
  let any = false
  for (const word of found) {
    if (!word.folded.startsWith(typed)) continue
    mark(marked, word, 0, typed.length)
    any = true
  }
  return any
}

/** Whether the term goes on, without a gap, from the first word given into the ones that follow it. */
function markRun(found: readonly Word[], first: number, term: string, marked: Uint8Array): boolean {
  let done = 0
  for (let index = first; index < first + LONGEST_RUN; index++) {
    const word = found[index]
    if (!word) return false
    const rest = term.slice(done)
    if (word.folded.startsWith(rest) && index > first) {
      const start = found[first]?.starts[0] ?? 0
      marked.fill(1, start, word.ends[rest.length - 1])
      return true
    }
    if (!rest.startsWith(word.folded) || rest.length === word.folded.length) return false
    done += word.folded.length
  }
  return false
}

function markTypos(found: readonly Word[], term: string, marked: Uint8Array): void {
  for (const word of found) {
    if (Number.isFinite(typosTo(term, word.folded, false))) {
      mark(marked, word, 0, word.folded.length)
    }
  }
}

/** Two to four neighbouring words of the query, each time as one. */
function runsOf(words: readonly string[]): string[] {
  const runs: string[] = []
  for (let first = 0; first < words.length; first++) {
    for (let count = 2; count <= LONGEST_RUN && first + count <= words.length; count++) {
      runs.push(words.slice(first, first + count).join(''))
    }
  }
  return runs
}

function mark(marked: Uint8Array, word: Word, from: number, to: number): void {
  marked.fill(1, word.starts[from], word.ends[to - 1])
}

function pieces(text: string, marked: ArrayLike<number>): Piece[] {
  const all: Piece[] = []
  let start = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && marked[at] === marked[start]) continue
    all.push({ text: text.slice(start, at), match: marked[start] === 1 })
    start = at
  }
  return all
}
