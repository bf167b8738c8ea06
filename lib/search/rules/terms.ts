import { fold, stem, words } from '#lib/text.ts'

/** More than a person types; the rest of an overlong query is not read. */
const MAX_WORDS = 12

/** Words that say nothing of what is looked for, folded. */
const STOP_WORDS = new Set(
  `au aux avec ce ces cet cette comment dans de des du elle en est et eux il ils je la le les leur leurs ma
  mes mon ne nos notre nous on ou par pas pour quand que quel quelle quels quelles qui sa sans se ses si son
  sont sur tout tous toute toutes un une vos votre vous
  alternative alternatives cherche chercher equivalent faire gerer libre libres logiciel logiciels outil
  outils remplacer solution
  for how in is my of on or our software the to tool what with an and a`.split(/\s+/),
)

/** The words worth looking for; all of them when nothing else is left. */
function telling(all: string[]): string[] {
  const kept = all.filter((word) => !STOP_WORDS.has(word))
  return kept.length > 0 ? kept : all
}

/** The words of a query worth looking for, folded, as typed. */
export function queryTerms(query: string): string[] {
  return telling(words(query).slice(0, MAX_WORDS))
}

/** A text as both engines index and ask it: folded, without the words that say nothing, stemmed. */
export function searchText(...texts: ReadonlyArray<string | null | undefined>): string {
  return texts
    .flatMap((text) => telling(words(text ?? '')))
    .map(stem)
    .join(' ')
}

/** The same, with two to four words run together as well: "open elec" must find openElec, and back. */
export function searchName(name: string): string {
  const list = words(name)
  const joined = list.length > 1 && list.length < 5 ? list.join('') : ''
  return joined === '' ? searchText(name) : `${searchText(name)} ${stem(joined)}`
}

/** A name as it is compared with what was typed: folded, in one piece. */
export function joinedName(text: string): string {
  return fold(text).replaceAll(' ', '')
}
