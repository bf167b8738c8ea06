const KEY = 'mutualibre.recherches'
const MOST = 5
const LONGEST = 200

/**
 * The last searches asked from this device, newest first. They stay on it. A browser that refuses to
 * keep anything, or that kept something else under this name, has none.
 */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(kept)) return []
    const texts = kept.filter((text): text is string => typeof text === 'string')
    const clean = texts.map((text) => text.trim().slice(0, LONGEST)).filter((text) => text !== '')
    return [...new Set(clean)].slice(0, MOST)
  } catch {
    return []
  }
}

export function rememberSearch(query: string): void {
  const asked = query.trim()
  if (asked === '') return
  const same = asked.toLowerCase()
  const others = recentSearches().filter((text) => text.toLowerCase() !== same)
  try {
    localStorage.setItem(KEY, JSON.stringify([asked, ...others].slice(0, MOST)))
  } catch {
    // Nothing is lost but a convenience.
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // What cannot be reached cannot be shown either.
  }
}
