import { stemmer } from '@orama/stemmers/french'
import { fold, stem, words } from '#lib/text.ts'

/** More than a person types; the rest of an overlong query is not read. */
const MAX_WORDS = 12

/** Words that say nothing of what is looked for, folded: everything here is software, for a commune. */
const STOP_WORDS = new Set(
  `au aux avec ce ces cet cette comment dans de des du elle en est et eux il ils je la le les leur leurs ma
  mes mon ne nos notre nous on ou par pas pour quand que quel quelle quels quelles qui sa sans se ses si son
  sont sur tout tous toute toutes un une vos votre vous
  aider aller avoir besoin etre mettre permettre pouvoir savoir utiliser veut vouloir
  collectivite collectivites commune communes mairie mairies ville villes
  alternative alternatives cherche chercher equivalent faire gerer libre libres logiciel logiciels outil
  outils remplacer solution
  for how in is my of on or our software the to tool what with an and a`.split(/\s+/),
)

/** The words worth looking for; all of them when nothing else is left. */
function telling(all: string[]): string[] {
  const kept = all.filter((word) => !STOP_WORDS.has(word))
  return kept.length > 0 ? kept : all
}

/** The words of a text; its single letters where it has nothing else (the language R). */
function wordsOf(text: string): string[] {
  const all = words(text)
  return all.length > 0 ? all : fold(text).split(' ').filter(Boolean)
}

/** The words of a query worth looking for, folded, as typed. */
export function queryTerms(query: string): string[] {
  return telling(wordsOf(query).slice(0, MAX_WORDS))
}

/** What a query is asked in: its telling words, stemmed, as searchText indexes them. */
export function searchTerms(query: string): string[] {
  return queryTerms(query).map(stem)
}

/** The words of a name that is asked for, each of which counts: organisations are indexed by them. */
export function nameTerms(query: string): string[] {
  return words(query).slice(0, MAX_WORDS)
}

/** A text as both engines index and ask it: folded, without the words that say nothing, stemmed. */
export function searchText(...texts: ReadonlyArray<string | null | undefined>): string {
  return texts
    .flatMap((text) => telling(wordsOf(text ?? '')))
    .map(stem)
    .join(' ')
}

/**
 * The root of a stemmed word (Snowball, French): what "numéroter" and "numérotation" have in common. Too
 * coarse to search by alone, it helps where a need is told in words of its own.
 */
export function rootOf(word: string): string {
  return word.length < 6 || /\d/.test(word) ? word : stemmer(word)
}

/** A text in its words, and after them the roots that are not words of it already. */
export function searchProse(...texts: ReadonlyArray<string | null | undefined>): string {
  const text = searchText(...texts)
  const all = text.split(' ')
  const known = new Set(all)
  const roots = new Set(all.map(rootOf).filter((root) => !known.has(root)))
  return [text, ...roots].join(' ')
}

/** Two to four words run together: "open elec" must find openElec, and back. Empty for other names. */
export function runTogether(name: string): string {
  const list = words(name)
  return list.length > 1 && list.length < 5 ? stem(list.join('')) : ''
}

/** A name in its words and, where it has two to four, in one as well. */
export function searchName(name: string): string {
  return `${searchText(name)} ${runTogether(name)}`.trimEnd()
}

/** A name as it is compared with what was typed: folded, in one piece. */
export function joinedName(text: string): string {
  return fold(text).replaceAll(' ', '')
}
