import type { EditionCalendar } from '../grid-view.ts'
import { toParisField } from './paris-time.ts'

/** The times of an edition, in the order that they come in. */
export const EDITION_TIMES = [
  'opensAt',
  'closesAt',
  'juryAt',
  'announcesAt',
  'publishesAt',
] as const
export type EditionTime = (typeof EDITION_TIMES)[number]

export const EDITION_FIELDS = [
  'scheme',
  ...EDITION_TIMES,
  'graceMinutes',
  'scoreMax',
  'jurorsEach',
  'ceremonyFr',
  'ceremonyEn',
  'noteFr',
  'noteEn',
] as const
export type EditionField = (typeof EDITION_FIELDS)[number]
export type TypedEdition = Record<EditionField, string>

/** Keys of the texts of the form, by field. */
export const EDITION_FAULTS = [
  'scheme-unknown',
  'time-unreadable',
  'time-none',
  'time-twice',
  'time-past',
  'time-order',
  'time-missing',
  'closing-earlier',
  'number-wrong',
  'grace-wrong',
  'grace-less',
  'text-long',
  'both-languages',
  'locked',
] as const
export type EditionFault = (typeof EDITION_FAULTS)[number]

export interface EditionTexts {
  ceremony: { fr: string; en: string }
  note: { fr: string; en: string }
}

/** An edition as its form holds it: times as clocks in Paris show them. */
export function asTyped(edition: EditionCalendar & EditionTexts): TypedEdition {
  return {
    scheme: edition.scheme,
    opensAt: toParisField(edition.opensAt),
    closesAt: toParisField(edition.closesAt),
    juryAt: toParisField(edition.juryAt),
    announcesAt: toParisField(edition.announcesAt),
    publishesAt: toParisField(edition.publishesAt),
    graceMinutes: String(edition.graceSeconds / 60),
    scoreMax: String(edition.scoreMax),
    jurorsEach: String(edition.jurorsEach),
    ceremonyFr: edition.ceremony.fr,
    ceremonyEn: edition.ceremony.en,
    noteFr: edition.note.fr,
    noteEn: edition.note.en,
  }
}
