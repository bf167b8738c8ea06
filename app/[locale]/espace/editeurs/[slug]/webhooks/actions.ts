'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { WebhookField } from '#components/publishers/webhook-form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import type { Context } from '#lib/context.ts'
import { currentSettings } from '#lib/current-settings.ts'
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  redeliver,
  rotateWebhookSecret,
  switchWebhook,
  testWebhook,
} from '#lib/publishers/commands/webhooks.ts'

type State = FormState<string>
type SecretState = FormState<WebhookField, { secret: string }>

/** Adds a webhook, and answers with its secret: it is in no address, and nowhere once the page is left. */
export async function addAction(previous: SecretState, form: FormData): Promise<SecretState> {
  return withSecret(previous, form, (context, slug, input) =>
    addWebhook(context, slug, input, settings()),
  )
}

export async function rotateAction(previous: SecretState, form: FormData): Promise<SecretState> {
  return withSecret(previous, form, (context, slug) =>
    rotateWebhookSecret(context, slug, idIn(form, 'id'), settings()),
  )
}

export async function changeAction(previous: SecretState, form: FormData): Promise<SecretState> {
  const context = await requestContext()
  const slug = typedIn(form, 'slug')
  const { values, input } = typedWebhook(form)
  const outcome = runCommand<WebhookField, void>(
    refusedBefore(previous, values),
    values,
    () => changeWebhook(context, slug, idIn(form, 'id'), input, settings()),
    formLocale(form),
  )
  return 'refused' in outcome ? outcome.refused : back(form, 'modifie')
}

export async function resumeAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'reprise', (context, slug) =>
    switchWebhook(context, slug, idIn(form, 'id'), true),
  )
}

export async function pauseAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'pause', (context, slug) =>
    switchWebhook(context, slug, idIn(form, 'id'), false),
  )
}

export async function testAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'essai', (context, slug) =>
    testWebhook(context, slug, idIn(form, 'id')),
  )
}

export async function removeAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'supprime', (context, slug) =>
    deleteWebhook(context, slug, idIn(form, 'id')),
  )
}

export async function redeliverAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'renvoi', (context, slug) =>
    redeliver(context, slug, idIn(form, 'delivery')),
  )
}

function settings() {
  const current = currentSettings()
  return { secret: accountSecret(current), listed: current.forgeHosts }
}

function idIn(form: FormData, name: string): number {
  const id = Number(typedIn(form, name))
  return Number.isSafeInteger(id) ? id : 0
}

function typedWebhook(form: FormData) {
  const url = typedIn(form, 'url')
  const events = form.getAll('events').filter((value) => typeof value === 'string')
  return { values: { url, events: events.join(',') }, input: { url, events } }
}

/** What a form was, without the secret that it may have shown. */
const refusedBefore = (
  previous: SecretState,
  values: Record<WebhookField, string>,
): FormState<WebhookField> => ({ values, faults: {}, refusals: previous?.refusals ?? 0 })

async function withSecret(
  previous: SecretState,
  form: FormData,
  command: (context: Context, slug: string, input: unknown) => { secret: string },
): Promise<SecretState> {
  const context = await requestContext()
  const { values, input } = typedWebhook(form)
  const outcome = runCommand(
    refusedBefore(previous, values),
    values,
    () => command(context, typedIn(form, 'slug'), input),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  const { secret } = outcome.done
  return { values, faults: {}, refusals: 0, outcome: { secret } }
}

async function changed(
  previous: State,
  form: FormData,
  done: string,
  command: (context: Context, slug: string) => void,
): Promise<State> {
  const context = await requestContext()
  const outcome = runCommand<string, void>(
    previous,
    {},
    () => command(context, typedIn(form, 'slug')),
    formLocale(form),
  )
  return 'refused' in outcome ? outcome.refused : back(form, done)
}

/** Back to the page, which says what was done. */
function back(form: FormData, done: string): never {
  const path = `/espace/editeurs/${encodeURIComponent(typedIn(form, 'slug'))}/webhooks`
  redirect(pathTo(formLocale(form), path, { fait: done }))
}
