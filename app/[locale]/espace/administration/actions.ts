'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { grantRole, revokeRole, verifyDomain } from '#lib/accounts/commands/grant-role.ts'
import { removeDomain } from '#lib/accounts/commands/remove-domain.ts'
import type { Context } from '#lib/context.ts'

type State = FormState<string>

/** Runs a command on what some fields of a form say, then leads back to the page. */
async function run(
  previous: State,
  form: FormData,
  fields: readonly string[],
  command: (context: Context, input: unknown) => unknown,
): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = Object.fromEntries(fields.map((name) => [name, typedIn(form, name)]))
  const outcome = runCommand<string, unknown>(
    previous,
    values,
    () => command(context, values),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/espace/administration', { fait: 'oui' }))
}

export async function grantRoleAction(previous: State, form: FormData): Promise<State> {
  return run(previous, form, ['email', 'role'], grantRole)
}

export async function revokeRoleAction(previous: State, form: FormData): Promise<State> {
  return run(previous, form, ['email', 'role'], revokeRole)
}

export async function verifyDomainAction(previous: State, form: FormData): Promise<State> {
  return run(previous, form, ['domain', 'key'], verifyDomain)
}

export async function removeDomainAction(previous: State, form: FormData): Promise<State> {
  return run(previous, form, ['domain', 'key'], removeDomain)
}
