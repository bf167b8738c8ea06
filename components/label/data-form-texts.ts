import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { DataFormTexts } from './data-form.tsx'

/** What a form on the data of the label says. */
export function dataFormTexts(locale: Locale, submit: string): DataFormTexts {
  const { accounts, labelEditions } = messages(locale)
  const { mend, failed, sending } = accounts.form
  const { wrong, meanwhile, meanwhileEmpty, takeTheirs } = labelEditions.edit
  return { wrong, mend, failed, sending, submit, meanwhile, meanwhileEmpty, takeTheirs }
}
