import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParis } from '#components/i18n/paris.ts'
import type { EditionCalendar, EditionPhase } from '#lib/label/schema.ts'

/** Where an edition that is run here stands, and the dates that matter then, in sentences. */
export function datesInWords(
  locale: Locale,
  edition: EditionCalendar,
  phase: EditionPhase,
): string[] {
  const t = messages(locale).labelEditions
  const at = (instant: string) => formatParis(locale, instant)
  const announcement = t.announcesOn(at(edition.announcesAt))
  switch (phase) {
    case 'announced-opening':
      return [t.opensOn(at(edition.opensAt)), t.closesOn(at(edition.closesAt)), announcement]
    case 'open':
      return [t.closesOn(at(edition.closesAt)), announcement]
    case 'closed':
      return [t.closedOn(at(edition.closesAt)), announcement]
    case 'announced':
    case 'published':
      return [t.announcedOn(at(edition.announcesAt))]
    default:
      return []
  }
}
