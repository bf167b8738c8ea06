'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { joinProvider } from '#lib/providers/commands/invite-to-provider.ts'

/** Accepts an invitation, then leads to the space of its provider. */
export async function joinProviderAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const locale = formLocale(form)
  const context = await requestContext()
  const outcome = await runAsyncCommand<string, { slug: string }>(
    previous,
    {},
    () => joinProvider(context, typedIn(form, 'jeton'), accountSecret(currentSettings())),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/prestataires/${outcome.done.slug}`))
}
