import type { Locale } from '#components/i18n/locale.ts'
import { type Messages, messages } from '#components/i18n/messages.ts'

/** What the forms on an adoption say, plain enough to be sent to the browser. */
export interface AdoptionFormWords {
  t: Messages['declare']['form']
  states: Messages['common']['states']
}

export function adoptionFormWords(locale: Locale): AdoptionFormWords {
  const t = messages(locale)
  return { t: t.declare.form, states: t.common.states }
}

/** Fields of an adoption's forms, in the order of the page. */
export const ADOPTION_FIELDS = [
  'state',
  'stoppedOn',
  'stopReason',
  'stopNote',
  'since',
  'version',
  'workstations',
  'users',
  'servers',
  'schoolWorkstations',
  'services',
  'runBy',
  'operator',
  'provider',
  'replaces',
  'costAvoided',
  'costMethod',
  'contactWish',
  'contactPublic',
  'note',
] as const
export type AdoptionField = (typeof ADOPTION_FIELDS)[number]

/** Those that the folded part holds. */
export const OPTIONAL_FIELDS = ADOPTION_FIELDS.slice(4)

export const NOTHING_TYPED = Object.fromEntries(
  ADOPTION_FIELDS.map((field) => [field, '']),
) as Record<AdoptionField, string>
