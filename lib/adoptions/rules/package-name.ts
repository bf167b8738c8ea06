import { fold } from '#lib/text.ts'

/** What inventories write beside a name and that is none of it. */
const ARCHITECTURE =
  /^(x64|x86|x86[_-]64|amd64|i[3-6]86|arm64|aarch64|win(32|64)|noarch|(32|64)[- ]?bits?)$/i
const LANGUAGE =
  /^(fr|en|de|es|it)([-_][a-z]{2})?$|^(fra|french|français|francais|english|anglais|multilingual|multilingue|multilanguage)$/i
const PACKAGING =
  /^(version|setup|installer|installateur|install|msi|exe|portable|standalone|release|lts|user|machine-wide|remove|only|mui|build|update|final|stable|édition|edition|program|files?|ed\.?)$/i
const VERSION = /^(v|r)?\d+([._]\d+)+([-+~][\w.+~-]*|[a-z]+\d*)?$|^v\d+$/i

const dropped = (word: string) =>
  ARCHITECTURE.test(word) || LANGUAGE.test(word) || PACKAGING.test(word) || VERSION.test(word)

/**
 * The name of a software without what an inventory says with it: versions, architectures, languages,
 * marks. "LibreOffice 24.8.4.2 (x64 fr)" and "libreoffice:amd64" are both LibreOffice.
 */
export function bareName(text: string): string {
  let name = text
    .replace(/[®™©]|\((r|tm|c)\)/gi, ' ')
    // Debian's architecture, winget's and Chocolatey's quiet suffixes.
    .replace(/:(amd64|i386|arm64|all|any)$/i, '')
    .replace(/[([{]([^)\]}]*)[)\]}]/g, (all, inner: string) =>
      inner.split(/[\s,;/]+/).every((word) => word === '' || dropped(word) || /^\d+$/.test(word))
        ? ' '
        : all,
    )
  // Never down to nothing: "7-Zip" and "1C" begin with a figure.
  for (;;) {
    const words = name.trim().split(/[\s,]+/)
    const last = words.at(-1) ?? ''
    const bare = last.replace(/^[-–—]+|[-–—]+$/g, '')
    const drop = bare === '' || dropped(bare) || /^\d{1,4}$/.test(bare)
    if (words.length < 2 || !drop) break
    name = words.slice(0, -1).join(' ')
  }
  // A version in the middle: "Python 3.12.1 Core Interpreter".
  const words = name.trim().split(/\s+/)
  const kept = words.filter((word, at) => at === 0 || !VERSION.test(word.replace(/[,;]$/, '')))
  return kept.join(' ').replace(/[\s,;:–—-]+$/, '')
}

/** What names are compared by. */
export const nameKeyOf = (text: string) => fold(bareName(text))

/** The version that stands in a name, empty where none does. */
export function versionIn(text: string): string {
  const found = /(?:^|[\s_(v])(\d+(?:\.\d+){1,4}[a-z]?\d*)(?=$|[\s_),;:~+-])/i.exec(text)
  return found?.[1] ?? ''
}

/** The highest of the versions that a cell lists: GLPI gives all that are installed, one a line. */
export function highestVersion(text: string): string {
  const versions = text.split(/[\n\r|,;]+|\s+/).filter((part) => /^v?\d[\w.+~:-]*$/i.test(part))
  const [highest = ''] = versions.sort((a, b) => compareVersions(b, a))
  return highest.slice(0, 60)
}

function compareVersions(a: string, b: string): number {
  const parts = (text: string) => (text.match(/\d+/g) ?? []).map(Number)
  const [left, right] = [parts(a), parts(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const gap = (left[at] ?? 0) - (right[at] ?? 0)
    if (gap !== 0) return gap
  }
  return 0
}
