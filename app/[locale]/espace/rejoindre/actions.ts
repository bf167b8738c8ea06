'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { askToJoin, type JoinOutcome } from '#lib/accounts/commands/join.ts'

type State = FormState<string>

/** Asks to join, then leads to what became of it. */
export async function joinAction(previous: State, form: FormData): Promise<State> {
  const locale = formLocale(form)
  const context = await requestContext()
  const values = { role: typedIn(form, 'role'), message: typedIn(form, 'message') }
  const outcome = runCommand<string, JoinOutcome>(
    previous,
    values,
    () => askToJoin(context, { ...values, organisation: typedIn(form, 'organisation') }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const { organisation, outcome: fait } = outcome.done
  redirect(pathTo(locale, '/espace/rejoindre', { organisme: organisation.key, fait }))
}
