'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { askNeed } from '#lib/needs/commands/ask-need.ts'
import { closeNeed } from '#lib/needs/commands/close-need.ts'
import { joinCall, leaveCall } from '#lib/needs/commands/join-call.ts'
import { joinNeed, leaveNeed } from '#lib/needs/commands/join-need.ts'
import { changeCall, openCall } from '#lib/needs/commands/open-call.ts'
import { attachSpecification, settleCall } from '#lib/needs/commands/settle-call.ts'
import { rowNumber } from '#lib/needs/schema.ts'
import { specificationFolder } from '#lib/needs/specification-folder.ts'

type State = FormState<string>

/** What was typed in the fields that a form has. */
const typed = (form: FormData, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, typedIn(form, name)]))

const needOf = (form: FormData) => rowNumber(typedIn(form, 'need'))
const callOf = (form: FormData) => rowNumber(typedIn(form, 'call'))
const site = () => ({ siteUrl: currentSettings().siteUrl })

function spaceOf(form: FormData, done: string): string {
  const call = callOf(form)
  const path = `/espace/besoins/${needOf(form)}${call === 0 ? '' : `/appels/${call}`}`
  return pathTo(formLocale(form), path, { fait: done })
}

export async function askAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = {
    ...typed(form, 'organisation', 'function', 'software', 'title', 'body', 'amount', 'note'),
  }
  const outcome = runCommand(
    previous,
    values,
    () => askNeed(context, { ...values, locale }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/besoins/${outcome.done.id}`, { fait: 'asked' }))
}

export async function joinAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const values = typed(form, 'organisation', 'amount', 'note')
  const call = callOf(form)
  const outcome = runCommand(
    previous,
    values,
    () =>
      call === 0
        ? joinNeed(context, needOf(form), values)
        : joinCall(context, call, values, site()),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  redirect(spaceOf(form, call === 0 ? 'joined' : 'part'))
}

export async function leaveAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const call = callOf(form)
  const organisation = typedIn(form, 'organisation')
  const outcome = runCommand(
    previous,
    {},
    () =>
      call === 0
        ? leaveNeed(context, needOf(form), organisation)
        : leaveCall(context, call, organisation),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  redirect(spaceOf(form, 'left'))
}

export async function closeAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const values = typed(form, 'state', 'outcome', 'software')
  const outcome = runCommand(
    previous,
    values,
    () => closeNeed(context, needOf(form), values),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  redirect(spaceOf(form, 'closed'))
}

const CALL_FIELDS = ['title', 'body', 'target', 'deadline', 'specificationUrl'] as const

export async function openCallAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = typed(form, 'organisation', ...CALL_FIELDS)
  const need = needOf(form)
  const outcome = runCommand(
    previous,
    values,
    () => openCall(context, { need, organisation: values.organisation ?? '' }, values, site()),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const path = `/espace/besoins/${need}/appels/${outcome.done.id}`
  redirect(pathTo(locale, path, { fait: 'opened' }))
}

export async function changeCallAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const values = typed(form, ...CALL_FIELDS)
  const outcome = runCommand(
    previous,
    values,
    () => changeCall(context, callOf(form), values),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  redirect(spaceOf(form, 'changed'))
}

export async function settleCallAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const values = typed(form, 'state', 'outcome', 'outcomeUrl', 'software')
  const outcome = runCommand(
    previous,
    values,
    () => settleCall(context, callOf(form), values, site()),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  redirect(spaceOf(form, 'settled'))
}

export async function specificationAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const sent = form.get('file')
  const file = sent instanceof File ? sent : undefined
  const outcome = await runAsyncCommand<string, void>(
    previous,
    { file: '' },
    async () =>
      attachSpecification(
        context,
        callOf(form),
        {
          fileName: file?.name ?? '',
          bytes: file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0),
        },
        specificationFolder(currentSettings().dataFolder),
      ),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  redirect(spaceOf(form, 'file'))
}
