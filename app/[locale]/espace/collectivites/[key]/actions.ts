'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import type { AdoptionFormState } from '#components/adoptions/use-adoption-form.tsx'
import { pathTo } from '#components/i18n/paths.ts'
import { type Confirmed, confirmAdoptions } from '#lib/adoptions/commands/confirm-adoptions.ts'

/** Confirms what waits for the word of an organisation, then shows its space again. */
export async function confirmAction(
  previous: AdoptionFormState,
  form: FormData,
): Promise<AdoptionFormState> {
  const context = await requestContext()
  const locale = formLocale(form)
  const outcome = runCommand<string, Confirmed>(
    previous,
    {},
    () =>
      confirmAdoptions(context, {
        organisationId: Number(typedIn(form, 'organisation')),
        adoptions: typedIn(form, 'adoptions'),
      }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const { confirmed, already, changed } = outcome.done
  const key = typedIn(form, 'key').replace(/[^\w-]/g, '')
  redirect(
    pathTo(locale, `/espace/collectivites/${key}`, {
      confirme: `${confirmed}-${already}-${changed}`,
    }),
  )
}
