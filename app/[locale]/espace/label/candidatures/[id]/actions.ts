'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { currentWriting } from '#app/_request/dossier-address.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { askForMore } from '#lib/applications/commands/ask-for-more.ts'

/** Asks a candidate for more, then shows their file again. */
export async function askMoreAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = { what: typedIn(form, 'what'), until: typedIn(form, 'until') }
  const application = Number(typedIn(form, 'dossier'))
  const outcome = runCommand<string, void>(
    previous,
    values,
    () => askForMore(context, { application, ...values }, currentWriting()),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/label/candidatures/${application}`, { fait: 'oui' }))
}
