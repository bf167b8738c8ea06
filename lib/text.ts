/**
 * Folds a text for comparing: lower case, no accent, œ and æ spelt out, everything that is neither a
 * letter nor a digit (apostrophes, hyphens, case marks) turned into one space.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}

/** The words of a text, folded; the one-letter words that elision leaves (l', d') are dropped. */
export function words(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word.length > 1 || /\d/.test(word))
}

/**
 * A light French stem, the same at indexing and at querying: plural marks only (-s, -x, -aux).
 * It never shortens a word below four letters, so that acronyms keep their own.
 */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word
  if (word.endsWith('eaux')) return word.slice(0, -1)
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`
  if (word.endsWith('s') || word.endsWith('x')) return word.slice(0, -1)
  return word
}
