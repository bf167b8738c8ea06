import { counted, formatEuros } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { Reach } from '#lib/needs/schema.ts'

/** Who stands behind a need, in words: organisations, inhabitants of its communes. */
export function reachWords(locale: Locale, reach: Reach): string {
  const t = messages(locale).needs
  const organisations = counted(
    locale,
    reach.organisations,
    t.organisations.one,
    t.organisations.many,
  )
  if (reach.inhabitants === 0) return organisations
  const people = counted(locale, reach.inhabitants, t.people.one, t.people.many)
  const communes = counted(locale, reach.communes, t.communes.one, t.communes.many)
  return `${organisations} · ${t.inhabitants(people, communes)}`
}

/** What was named, and by how many; empty when nobody named a sum. @param promised in a call. */
export function amountWords(locale: Locale, reach: Reach, promised = false): string {
  if (reach.amounts === 0) return ''
  const t = messages(locale).needs
  const sum = formatEuros(locale, reach.amount)
  const given = counted(locale, reach.amounts, t.givers.one, t.givers.many)
  return promised ? t.promised(sum, given) : t.amount(sum, given)
}
