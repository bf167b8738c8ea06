'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { reportUseOf } from '#lib/publishers/commands/report-use.ts'

type State = FormState<string>

const DONE = { created: 'signale', changed: 'change', unchanged: 'inchange' } as const

/** Records a publisher's word on one use, then leads back to the form, which says so. */
export async function reportUseAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const slug = typedIn(form, 'slug')
  const fields = ['software', 'organisation', 'departement', 'state', 'since', 'source']
  const values = Object.fromEntries(fields.map((name) => [name, typedIn(form, name)]))
  const settings = currentSettings()
  const links = { siteUrl: settings.siteUrl, secret: accountSecret(settings) }
  const outcome = runCommand(
    previous,
    values,
    () => reportUseOf(context, slug, values, links),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const path = `/espace/editeurs/${encodeURIComponent(slug)}/signaler`
  const { organisation, outcome: what } = outcome.done
  redirect(pathTo(locale, path, { fait: DONE[what], organisme: organisation.key }))
}
