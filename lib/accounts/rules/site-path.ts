const LONGEST = 1_000

/**
 * An address of this site as someone else wrote it (`suite` of a link, say), made fit to be followed:
 * a path with its query. What leads elsewhere, in any way that a browser reads an address, is empty; so
 * is what makes no page to go back to.
 */
export function sitePath(text: unknown): string {
  if (typeof text !== 'string' || text.length > LONGEST || !text.startsWith('/')) return ''
  // Browsers drop tabs and line breaks from an address and read a backslash as a slash.
  if (/[\\\p{Cc}\p{Cf}]/u.test(text)) return ''
  const base = 'http://site.invalid'
  if (!URL.canParse(text, base)) return ''
  const { origin, pathname, search } = new URL(text, base)
  // "/.//elsewhere" is a path that becomes another host once its dots are resolved.
  if (origin !== base || pathname.startsWith('//')) return ''
  if (/^\/(api|_next|fr)(\/|$)/.test(pathname) || /^(\/en)?\/connexion(\/|$)/.test(pathname)) {
    return ''
  }
  return pathname + search
}
