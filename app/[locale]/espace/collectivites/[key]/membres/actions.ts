'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { changeMemberRole, removeMember } from '#lib/accounts/commands/change-members.ts'
import { cancelInvitation, inviteMember } from '#lib/accounts/commands/invite.ts'
import type { Context } from '#lib/context.ts'
import { currentSettings } from '#lib/current-settings.ts'

type State = FormState<string>

export async function inviteAction(previous: State, form: FormData): Promise<State> {
  const values = { email: typedIn(form, 'email'), role: typedIn(form, 'role') }
  const target = { siteUrl: currentSettings().siteUrl, locale: formLocale(form) }
  return changed(previous, form, 'invite', values, (context, key) => {
    inviteMember(context, { ...target, key }, values)
  })
}

export async function cancelAction(previous: State, form: FormData): Promise<State> {
  const id = Number(typedIn(form, 'invitation'))
  return changed(previous, form, 'annule', {}, (context, key) => {
    cancelInvitation(context, { key, id: Number.isSafeInteger(id) ? id : 0 })
  })
}

export async function removeAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'retire', {}, (context, key) => {
    removeMember(context, { key, userId: typedIn(form, 'userId') })
  })
}

export async function changeRoleAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'role', { role: '' }, (context, key) => {
    changeMemberRole(context, {
      key,
      userId: typedIn(form, 'userId'),
      role: typedIn(form, 'role'),
    })
  })
}

/** Runs one of the forms of the page, then leads back to it, which says what was done. */
async function changed(
  previous: State,
  form: FormData,
  done: string,
  values: Record<string, string>,
  command: (context: Context, key: string) => void,
): Promise<State> {
  const locale = formLocale(form)
  const key = typedIn(form, 'key')
  const context = await requestContext()
  const outcome = runCommand<string, void>(previous, values, () => command(context, key), locale)
  if ('refused' in outcome) return outcome.refused
  const path = `/espace/collectivites/${encodeURIComponent(key)}/membres`
  redirect(pathTo(locale, path, { fait: done }))
}
