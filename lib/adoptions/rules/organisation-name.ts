import { fold } from '#lib/text.ts'

const PREFIX =
  /^(commune nouvelle|commune|mairie|ville|municipalite|hotel de ville)( de la| de l| des| du| de| d)? /

/**
 * What the names of organisations are compared by: "Mairie de St-Denis" and "Saint-Denis" are one. The
 * article that a form of words swallows ("mairie du Havre") is not found again: the code is surer.
 */
export function organisationNameKey(text: string): string {
  return fold(text)
    .replace(PREFIX, '')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/^cc (?=\p{L})/u, 'communaute de communes ')
    .replace(/^ca (?=\p{L})/u, 'communaute d agglomeration ')
    .replace(/^cu (?=\p{L})/u, 'communaute urbaine ')
}
