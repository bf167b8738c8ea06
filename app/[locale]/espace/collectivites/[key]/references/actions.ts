'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { settleReference } from '#lib/providers/commands/settle-reference.ts'

/** Answers a reference for the organisation, then leads back to the page, which says so. */
export async function answerReferenceAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const organisation = typedIn(form, 'key')
  const accepted = typedIn(form, 'answer') === 'yes'
  const reason = typedIn(form, 'reason')
  const reference = Number(typedIn(form, 'reference')) || 0
  const { siteUrl } = currentSettings()
  const outcome = runCommand<string, unknown>(
    previous,
    { reason },
    () => settleReference(context, { organisation, reference, siteUrl }, { accepted, reason }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const path = `/espace/collectivites/${encodeURIComponent(organisation)}/references`
  redirect(pathTo(locale, path, { fait: accepted ? 'confirmee' : 'refusee' }))
}
