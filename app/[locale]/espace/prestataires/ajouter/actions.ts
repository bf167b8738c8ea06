'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { identityIn, tickedIn } from '#app/_request/provider-form.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { createProvider } from '#lib/providers/commands/create-provider.ts'

/** Adds a provider, then leads to its space, where the rest is filled in. */
export async function addProviderAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const typed = {
    ...identityIn(form),
    siren: typedIn(form, 'siren'),
    software: typedIn(form, 'software'),
  }
  const kinds = tickedIn(form, 'kinds')
  const areas = typedIn(form, 'areas')
  const outcome = runCommand<string, { slug: string }>(
    previous,
    { ...typed, kinds: kinds.join(' '), areas },
    () => createProvider(context, { ...typed, kinds, areas: areas === '' ? [] : [areas] }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/prestataires/${outcome.done.slug}`, { fait: 'cree' }))
}
