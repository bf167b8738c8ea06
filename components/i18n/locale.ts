export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export interface Bilingual {
  fr: string
  en: string
}

export const isLocale = (text: string): text is Locale => text === 'fr' || text === 'en'
