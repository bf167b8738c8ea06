import { licenceOfText } from './internal/licence-text.ts'
import { licenceFamily } from './rules/licence-family.ts'

/**
 * Which licence a file is the text of. A file named after an identifier (REUSE: LICENSES/X.txt) says
 * what the text cannot, `-only` or `-or-later`; its name alone is not believed.
 * @returns SPDX; without `-only` and `-or-later` where nothing says which.
 */
export function licenceOfFile(path: string, text: string): string | null {
  const found = licenceOfText(text)
  if (found === null) return null
  const named = /([^/]+)\.txt$/.exec(path)?.[1]
  return named && licenceFamily(named) === found ? named : found
}

/** The one licence that files are, null when they are none or several. */
export function oneLicence(files: ReadonlyArray<{ spdx: string | null }>): string | null {
  const found = files.flatMap(({ spdx }) => (spdx === null ? [] : [spdx]))
  const families = new Set(found.map(licenceFamily))
  if (families.size !== 1) return null
  const exact = new Set(found.filter((spdx) => licenceFamily(spdx) !== spdx))
  const [one] = exact
  return exact.size === 1 && one !== undefined ? one : ([...families][0] ?? null)
}
