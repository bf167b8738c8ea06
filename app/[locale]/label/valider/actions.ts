'use server'

import { redirect } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { requestContext } from '#app/_request/context.ts'
import { currentWriting } from '#app/_request/dossier-address.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { sendBackByLink, validateByLink } from '#lib/applications/commands/validate-by-link.ts'
import type { Context } from '#lib/context.ts'

type Writing = ReturnType<typeof currentWriting>

/** Validates what a link is about, then shows its page, which says so. */
export async function validateAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  return await answered(previous, form, {}, 'valide', (context, link, writing) =>
    validateByLink(context, link, writing),
  )
}

/** Sends it back with a comment. */
export async function sendBackAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const values = { comment: typedIn(form, 'comment') }
  return await answered(previous, form, values, 'renvoye', (context, link, writing) =>
    sendBackByLink(context, link, values, writing),
  )
}

async function answered(
  previous: FormState<string>,
  form: FormData,
  values: Record<string, string>,
  done: string,
  command: (
    context: Context,
    link: { secret: string; token: string },
    writing: Writing,
  ) => Promise<void>,
): Promise<FormState<string>> {
  const locale = formLocale(form)
  if (!signInEnabled()) redirect(pathTo(locale, '/'))
  const context = await requestContext()
  const token = typedIn(form, 'lien')
  const writing = currentWriting()
  const outcome = await runAsyncCommand<string, void>(
    previous,
    values,
    () => command(context, { secret: writing.secret, token }, writing),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/label/valider', { lien: token, fait: done }))
}
