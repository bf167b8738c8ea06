interface Bilingual {
  fr: string
  en: string
}
type Level = { value: string } & Bilingual

/** The two scales that the label has had, for a catalogue that has not loaded its schemes. */
const KNOWN: Record<string, Bilingual> = {
  'copyleft-5': { fr: 'un à cinq copylefts', en: 'one to five copylefts' },
  'badge-label-3': { fr: 'badge ; bronze, argent, or', en: 'badge; bronze, silver, gold' },
}
const DISTINCTIONS: Record<string, Bilingual> = {
  badge: { fr: 'badge', en: 'badge' },
  bronze: { fr: 'label de bronze', en: 'bronze label' },
  argent: { fr: 'label d’argent', en: 'silver label' },
  or: { fr: 'label d’or', en: 'gold label' },
}

/** The name of a scheme. @param row as the database holds it, if it does. */
export function schemeWords(
  slug: string,
  row: { nameFr: string; nameEn: string } | null,
): Bilingual {
  return row ? { fr: row.nameFr, en: row.nameEn } : (KNOWN[slug] ?? { fr: slug, en: slug })
}

/**
 * A result in words, in its own scale and never without it; null where no source gives the rank.
 * @param levels those of the scheme, lowest first.
 */
export function levelWords(
  award: { level: number | null; distinction: string; scheme: string },
  levels: readonly Level[],
): Bilingual | null {
  const { level, distinction, scheme } = award
  const value = level === null ? distinction : String(level)
  if (value === '') return null
  const named = levels.find((item) => item.value === value)
  if (named) return { fr: named.fr, en: named.en }
  if (level === null) return DISTINCTIONS[value] ?? { fr: value, en: value }
  return scheme === 'copyleft-5'
    ? { fr: `niveau ${level} sur 5`, en: `level ${level} of 5` }
    : { fr: `niveau ${level}`, en: `level ${level}` }
}
