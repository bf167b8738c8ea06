/**
 * A licence whatever it says of later versions: `AGPL-3.0-only`, `AGPL-3.0-or-later` and `AGPL-3.0+` are
 * one text, `AGPL-3.0`. What a file is the text of is compared by this to what is declared.
 */
export function licenceFamily(spdx: string): string {
  return spdx.replace(/-only$|-or-later$|\+$/, '')
}

/** Whether a declared expression names, somewhere, the licence that the files are the text of. */
export function agreesWith(detected: string, declared: string): boolean {
  const family = licenceFamily(detected)
  return declared.split(/[\s()]+/).some((part) => licenceFamily(part) === family)
}
