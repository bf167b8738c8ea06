'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { runCommand, typedIn } from '#app/_request/run-command.ts'
import { isLocale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { AskState } from '#components/moderation/ask-form.tsx'
import { askForSoftware } from '#lib/moderation/commands.ts'

/** Sends a request, then leads to its confirmation, which can be reloaded without sending it again. */
export async function askForSoftwareAction(previous: AskState, form: FormData): Promise<AskState> {
  const context = await requestContext()
  const values = {
    asked: typedIn(form, 'asked'),
    need: typedIn(form, 'need'),
    function: typedIn(form, 'function'),
    organisationKind: typedIn(form, 'organisationKind'),
  }
  const language = typedIn(form, 'locale')
  const locale = isLocale(language) ? language : 'fr'
  const outcome = runCommand(previous, values, () =>
    askForSoftware(context, { ...values, locale, trap: typedIn(form, 'trap') }),
  )
  if ('refused' in outcome) return outcome.refused
  redirect(
    pathTo(locale, '/logiciels/demander', {
      envoyee: outcome.done.reference,
      fonction: values.function,
    }),
  )
}
