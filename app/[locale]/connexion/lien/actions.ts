'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentAuth, signInEnabled } from '#app/_request/auth.ts'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { followLink } from '#lib/accounts/commands/follow-link.ts'
import { sitePath } from '#lib/accounts/rules/site-path.ts'

type State = FormState<string>

/** Signs in with the token of a link, then leads to where its reader was going. */
export async function followLinkAction(previous: State, form: FormData): Promise<State> {
  const locale = formLocale(form)
  if (!signInEnabled()) redirect(pathTo(locale, '/'))
  const { db } = await requestContext()
  const userAgent = (await headers()).get('user-agent') ?? ''
  const outcome = await runAsyncCommand<string, { userId: string }>(
    previous,
    {},
    () =>
      followLink({ auth: currentAuth(), db }, { token: typedIn(form, 'jeton'), locale, userAgent }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(sitePath(typedIn(form, 'suite')) || pathTo(locale, '/espace'))
}
