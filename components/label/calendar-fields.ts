import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParis } from '#components/i18n/paris.ts'
import { lockedFields } from '#lib/label/rules/edition-changes.ts'
import {
  asTyped,
  EDITION_FIELDS,
  EDITION_TIMES,
  type EditionField,
  type EditionTexts,
} from '#lib/label/rules/edition-form.ts'
import type { EditionCalendar, EditionPhase } from '#lib/label/schema.ts'
import type { DataField } from './data-control.tsx'

const TIMES: readonly EditionField[] = EDITION_TIMES
const NUMBERS: readonly EditionField[] = ['graceMinutes', 'scoreMax', 'jurorsEach']
const LONG: readonly EditionField[] = ['noteFr', 'noteEn']

/** The calendar and rules of an edition as fields; what is locked since it opened shows as text. */
export function calendarFields(
  locale: Locale,
  edition: EditionCalendar & EditionTexts,
  phase: EditionPhase,
  schemes: ReadonlyArray<{ slug: string; name: Bilingual }>,
): DataField[] {
  const t = messages(locale).labelEditions
  const typed = asTyped(edition)
  const locked = lockedFields(phase)
  const choices = schemes.map(({ slug, name }) => ({ value: slug, label: name[locale] }))
  return EDITION_FIELDS.map((name) => {
    const value = typed[name]
    const field = { name, label: t.fields[name], value }
    if (locked.includes(name)) {
      const shown =
        name === 'scheme'
          ? (choices.find((item) => item.value === value)?.label ?? value)
          : TIMES.includes(name)
            ? formatParis(locale, edition[name as keyof EditionCalendar] as string)
            : value
      return { ...field, hint: t.edit.locked, kind: 'locked', shown: shown || t.list.notSet }
    }
    const hint = t.fieldHints[name]
    if (name === 'scheme') return { ...field, hint, kind: 'choice', choices }
    if (TIMES.includes(name)) return { ...field, hint, kind: 'time' }
    if (NUMBERS.includes(name)) return { ...field, hint, kind: 'number' }
    return { ...field, hint, kind: LONG.includes(name) ? 'lines' : 'text' }
  })
}
