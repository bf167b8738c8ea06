import { licenceOfText } from './internal/licence-text.ts'
import { licenceFamily } from './rules/licence-family.ts'

/**
 * Which licence a file is the text of. A file named after an identifier (REUSE: LICENSES/X.txt) says
 * what the text cannot, `-only` or `-or-later`; its name alone is not believed.
 * @returns SPDX; `-only` where nothing says whether later versions will do.
 */
export function licenceOfFile(path: string, text: string): string | null {
  const found = licenceOfText(text)
  if (found === null) return null
  const named = /([^/]+)\.txt$/.exec(path)?.[1]
  return named && licenceFamily(named) === licenceFamily(found) ? named : found
}

/** The one licence that files are, null when they are none or several. */
export function oneLicence(files: ReadonlyArray<{ spdx: string | null }>): string | null {
  const found = files.flatMap(({ spdx }) => (spdx === null ? [] : [spdx]))
  const families = new Set(found.map(licenceFamily))
  if (families.size !== 1) return null
  // A file that says `-or-later` says more than one whose text cannot.
  return found.find((spdx) => spdx.endsWith('-or-later')) ?? found[0] ?? null
}
