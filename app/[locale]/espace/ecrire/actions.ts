'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import type { RelayState } from '#components/adoptions/relay-form.tsx'
import { pathTo } from '#components/i18n/paths.ts'
import { writeToUser } from '#lib/adoptions/commands/write-to-user.ts'
import { currentSettings } from '#lib/current-settings.ts'

/** Passes a message on, then leads to a page that says so and can be reloaded. */
export async function writeToUserAction(previous: RelayState, form: FormData): Promise<RelayState> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = {
    from: typedIn(form, 'from'),
    message: typedIn(form, 'message'),
    withName: typedIn(form, 'withName'),
    withAddress: typedIn(form, 'withAddress'),
  }
  const adoptionId = Number(typedIn(form, 'utilisation'))
  const outcome = runCommand(
    previous,
    values,
    () =>
      writeToUser(
        context,
        {
          ...values,
          adoptionId,
          withName: values.withName === 'oui',
          withAddress: values.withAddress === 'oui',
          once: typedIn(form, 'once'),
        },
        { siteUrl: currentSettings().siteUrl },
      ),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/espace/ecrire', { utilisation: adoptionId, envoye: 'oui' }))
}
