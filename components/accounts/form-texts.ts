import type { Messages } from '#components/i18n/messages.ts'
import type { FormTexts } from './fields-form.tsx'

/** What a form of the members' pages says, plain enough to be sent to the browser. */
export function formTexts(t: Messages, submit: string, wrong = t.accounts.form.wrong): FormTexts {
  const { mend, failed, sending } = t.accounts.form
  return { wrong, mend, failed, sending, submit }
}
