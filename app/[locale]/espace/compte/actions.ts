'use server'

import { redirect } from 'next/navigation'
import { currentAuth, currentSessionId, sessionHeaders } from '#app/_request/auth.ts'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { leaveOrganisation } from '#lib/accounts/commands/change-members.ts'
import {
  changeProfile,
  deleteAccount,
  endOtherSessions,
  endSession,
} from '#lib/accounts/commands/my-account.ts'
import type { Context } from '#lib/context.ts'

type State = FormState<string>

export async function profileAction(previous: State, form: FormData): Promise<State> {
  const values = { name: typedIn(form, 'name'), language: typedIn(form, 'language') }
  return changed(previous, form, 'profil', values, (context) => changeProfile(context, values))
}

export async function leaveAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'quitte', {}, (context) =>
    leaveOrganisation(context, { key: typedIn(form, 'key') }),
  )
}

export async function endSessionAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'session', {}, (context) =>
    endSession(context, typedIn(form, 'session')),
  )
}

export async function endOtherSessionsAction(previous: State, form: FormData): Promise<State> {
  const here = (await currentSessionId()) ?? ''
  return changed(previous, form, 'autres', {}, (context) => endOtherSessions(context, here))
}

/** Deletes the account, then says so to whoever is nobody here any more. */
export async function removeAction(previous: State, form: FormData): Promise<State> {
  const locale = formLocale(form)
  const context = await requestContext()
  const values = { confirmation: typedIn(form, 'confirmation') }
  const outcome = runCommand<string, void>(
    previous,
    values,
    () => deleteAccount(context, values),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  // The sessions are gone; this takes the cookie of one from the browser.
  await currentAuth().api.signOut({ headers: await sessionHeaders() })
  redirect(pathTo(locale, '/connexion', { compte: 'supprime' }))
}

/** Runs one of the forms of the page, then leads back to it, which says what was done. */
async function changed(
  previous: State,
  form: FormData,
  done: string,
  values: Record<string, string>,
  command: (context: Context) => void,
): Promise<State> {
  const locale = formLocale(form)
  const context = await requestContext()
  const outcome = runCommand<string, void>(previous, values, () => command(context), locale)
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/espace/compte', { fait: done }))
}
