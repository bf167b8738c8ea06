'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { askForContact } from '#lib/publishers/commands/ask-for-contact.ts'

type State = FormState<string>

/** Passes a request for contact on, then leads to a page that says so and can be reloaded. */
export async function contactAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const slug = typedIn(form, 'slug')
  const values = {
    subject: typedIn(form, 'subject'),
    software: typedIn(form, 'software'),
    organisation: typedIn(form, 'organisation'),
    message: typedIn(form, 'message'),
  }
  const { siteUrl } = currentSettings()
  const outcome = runCommand<string, void>(
    previous,
    values,
    () => askForContact(context, slug, values, { siteUrl }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const path = `/espace/editeurs/${encodeURIComponent(slug)}/contacter`
  redirect(pathTo(locale, path, { envoye: 'oui' }))
}
