import type { PubliccodeValues } from '#lib/publiccode/document.ts'
import { PLATFORMS } from '#lib/software/schema.ts'

const PLATFORM_WORDS: ReadonlyArray<[RegExp, (typeof PLATFORMS)[number]]> = [
  [/^(web|browser|saas|any web browser)$/, 'web'],
  [/^(windows|win32|win64|microsoft windows)/, 'windows'],
  [/^(mac|macos|mac os|os x|osx|darwin)/, 'mac'],
  [/^(linux|gnu\/linux|debian|ubuntu|fedora)/, 'linux'],
  [/^android/, 'android'],
  [/^(ios|iphone|ipad)/, 'ios'],
]

/** Platforms in our words and our order; what we have no word for is left out. */
export function platformsOf(written: readonly string[]): string[] {
  const found = new Set<string>()
  for (const item of written.flatMap((text) => text.split(','))) {
    const word = item.trim().toLowerCase()
    for (const [pattern, platform] of PLATFORM_WORDS) if (pattern.test(word)) found.add(platform)
  }
  return PLATFORMS.filter((platform) => found.has(platform))
}

/** BCP 47 tags in our form: a language, and its country where one is said (`zh-Hant-TW` is `zh-TW`). */
export function languagesOf(tags: readonly string[]): string[] {
  const found = tags.flatMap((tag) => {
    try {
      const { language, region } = new Intl.Locale(tag.trim().replaceAll('_', '-'))
      if (!/^[a-z]{2,3}$/.test(language)) return []
      return [region && /^[A-Z]{2}$/.test(region) ? `${language}-${region}` : language]
    } catch {
      return []
    }
  })
  return [...new Set(found)]
}

/**
 * How the project says that it stands, in our words. Nothing where it does not say: how much happens in a
 * repository is shown as it is, never turned into a judgement.
 */
export function statusOf(values: PubliccodeValues): { status: string; path: string } | undefined {
  if (values.developmentStatus === 'obsolete') {
    return { status: 'unmaintained', path: 'developmentStatus' }
  }
  if (values.maintenanceType === 'none') return { status: 'unmaintained', path: 'maintenance.type' }
  if (['development', 'beta', 'stable'].includes(values.developmentStatus ?? '')) {
    return { status: 'active', path: 'developmentStatus' }
  }
  return undefined
}

const FRENCH = /\b(le|la|les|des|une|pour|est|dans|avec|sur|du|et)\b/giu
const ENGLISH = /\b(the|an|for|is|with|of|and|your|to|on|in)\b/giu

/** The language of a text that does not say its own, by its small words; undefined when in doubt. */
export function languageOfText(text: string): 'fr' | 'en' | undefined {
  const french = text.match(FRENCH)?.length ?? 0
  const english = text.match(ENGLISH)?.length ?? 0
  if (french > 2 * english && french >= 2) return 'fr'
  if (english > 2 * french && english >= 2) return 'en'
  return undefined
}
