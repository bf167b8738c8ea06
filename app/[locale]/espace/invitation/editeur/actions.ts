'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { acceptPublisherInvitation } from '#lib/publishers/commands/accept-invitation.ts'

type State = FormState<string>

/** Accepts an invitation, then leads to the space of its publisher. */
export async function acceptAction(previous: State, form: FormData): Promise<State> {
  const locale = formLocale(form)
  const context = await requestContext()
  const outcome = runCommand<string, { slug: string }>(
    previous,
    {},
    () => acceptPublisherInvitation(context, typedIn(form, 'jeton')),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/editeurs/${outcome.done.slug}`))
}
