'use server'

import { redirect } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import type { AdoptionFormState } from '#components/adoptions/use-adoption-form.tsx'
import { pathTo } from '#components/i18n/paths.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import type { Confirmed } from '#lib/adoptions/commands/confirm-adoptions.ts'
import { reconfirmByLink } from '#lib/adoptions/commands/reconfirm-by-link.ts'
import { currentSettings } from '#lib/current-settings.ts'

/** Confirms what a link of a mail asks, then shows the same page, which says so. */
export async function reconfirmAction(
  previous: AdoptionFormState,
  form: FormData,
): Promise<AdoptionFormState> {
  const locale = formLocale(form)
  if (!signInEnabled()) redirect(pathTo(locale, '/'))
  const context = await requestContext()
  const token = typedIn(form, 'jeton')
  const outcome = await runAsyncCommand<string, Confirmed>(
    previous,
    {},
    () => reconfirmByLink(context, { secret: accountSecret(currentSettings()), token }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/reconfirmer', { jeton: token, fait: 'oui' }))
}
