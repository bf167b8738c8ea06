'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import type { Context } from '#lib/context.ts'
import { currentSettings } from '#lib/current-settings.ts'
import {
  changePublisherRole,
  leavePublisher,
  removePublisherMember,
} from '#lib/publishers/commands/change-members.ts'
import { editPublisher } from '#lib/publishers/commands/edit-publisher.ts'
import {
  cancelPublisherInvitation,
  invitePublisherMember,
} from '#lib/publishers/commands/invite.ts'
import { settleContact } from '#lib/publishers/commands/settle-contact.ts'

type State = FormState<string>

export async function inviteAction(previous: State, form: FormData): Promise<State> {
  const values = { email: typedIn(form, 'email'), role: typedIn(form, 'role') }
  const target = { siteUrl: currentSettings().siteUrl, locale: formLocale(form) }
  return changed(previous, form, 'invite', values, (context, slug) =>
    invitePublisherMember(context, { ...target, slug }, values),
  )
}

export async function cancelAction(previous: State, form: FormData): Promise<State> {
  const id = Number(typedIn(form, 'invitation'))
  return changed(previous, form, 'annule', {}, (context, slug) =>
    cancelPublisherInvitation(context, { slug, id: Number.isSafeInteger(id) ? id : 0 }),
  )
}

export async function removeAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'retire', {}, (context, slug) =>
    removePublisherMember(context, { slug, userId: typedIn(form, 'userId') }),
  )
}

export async function changeRoleAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'role', { role: '' }, (context, slug) =>
    changePublisherRole(context, {
      slug,
      userId: typedIn(form, 'userId'),
      role: typedIn(form, 'role'),
    }),
  )
}

/** Leaves; its space is then not there any more, so that the way leads home. */
export async function leaveAction(previous: State, form: FormData): Promise<State> {
  return changed(
    previous,
    form,
    '',
    {},
    (context, slug) => leavePublisher(context, { slug }),
    '/espace',
  )
}

export async function editAction(previous: State, form: FormData): Promise<State> {
  const values = {
    website: typedIn(form, 'website'),
    summaryFr: typedIn(form, 'summaryFr'),
    summaryEn: typedIn(form, 'summaryEn'),
  }
  return changed(previous, form, 'texte', values, (context, slug) =>
    editPublisher(context, slug, values),
  )
}

export async function settleAction(previous: State, form: FormData): Promise<State> {
  const input = { id: typedIn(form, 'id'), state: typedIn(form, 'state') }
  return changed(previous, form, 'contact', { id: '', state: '' }, (context, slug) =>
    settleContact(context, slug, input),
  )
}

/** Runs one of the forms of the page, then leads back to it, which says what was done. */
async function changed(
  previous: State,
  form: FormData,
  done: string,
  values: Record<string, string>,
  command: (context: Context, slug: string) => void,
  to?: string,
): Promise<State> {
  const locale = formLocale(form)
  const slug = typedIn(form, 'slug')
  const context = await requestContext()
  const outcome = runCommand<string, void>(previous, values, () => command(context, slug), locale)
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, to ?? `/espace/editeurs/${encodeURIComponent(slug)}`, { fait: done }))
}
