'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import type { Context } from '#lib/context.ts'
import { type ClaimOutcome, checkClaim } from '#lib/listings/commands/check-claim.ts'
import { askForClaim, dropClaim, openClaim } from '#lib/listings/commands/claim-software.ts'
import { currentForge } from '#lib/listings/current-forge.ts'

type State = FormState<string>

/** Does something with one's claim of an entry, then leads back to its page, which shows it. */
async function then(
  previous: State,
  form: FormData,
  values: Record<string, string>,
  act: (context: Context, slug: string) => unknown,
): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const slug = typedIn(form, 'slug')
  const outcome = await runAsyncCommand<string, unknown>(
    previous,
    values,
    async () => act(context, slug),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/logiciels/${slug}/revendiquer`))
}

export async function openAction(previous: State, form: FormData): Promise<State> {
  return then(previous, form, {}, (context, slug) => openClaim(context, { slug }))
}

/** Goes and looks for the token, which takes seconds. */
export async function checkAction(previous: State, form: FormData): Promise<State> {
  return then(
    previous,
    form,
    {},
    (context, slug): Promise<ClaimOutcome> => checkClaim(context, { slug }, currentForge()),
  )
}

export async function askAction(previous: State, form: FormData): Promise<State> {
  const message = typedIn(form, 'message')
  return then(previous, form, { message }, (context, slug) =>
    askForClaim(context, { slug, message }),
  )
}

export async function dropAction(previous: State, form: FormData): Promise<State> {
  return then(previous, form, {}, (context, slug) => dropClaim(context, { slug }))
}
