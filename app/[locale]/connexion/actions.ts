'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentAuth, sessionHeaders, signInEnabled } from '#app/_request/auth.ts'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { askForLink } from '#lib/accounts/commands/ask-for-link.ts'
import { sitePath } from '#lib/accounts/rules/site-path.ts'
import { SENT_TO } from './sent-to.ts'

type State = FormState<string>

/** Sends a link, then leads to the page that says so. */
export async function askForLinkAction(previous: State, form: FormData): Promise<State> {
  const locale = formLocale(form)
  if (!signInEnabled()) redirect(pathTo(locale, '/'))
  const { db, now } = await requestContext()
  const values = { email: typedIn(form, 'email') }
  const next = sitePath(typedIn(form, 'suite'))
  const outcome = await runAsyncCommand<string, { email: string }>(
    previous,
    values,
    () => askForLink({ auth: currentAuth(), db, now }, { ...values, locale, next }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  // Shown on the next page; an address would stay in the log of every proxy were it in the page's own.
  const store = await cookies()
  store.set(SENT_TO, outcome.done.email, {
    httpOnly: true,
    sameSite: 'lax',
    path: pathTo(locale, '/connexion'),
    maxAge: 900,
  })
  redirect(pathTo(locale, '/connexion', { envoye: 'oui', suite: next }))
}

/** Ends the session of this browser. */
export async function signOutAction(form: FormData): Promise<void> {
  if (signInEnabled()) await currentAuth().api.signOut({ headers: await sessionHeaders() })
  redirect(pathTo(formLocale(form), '/'))
}
