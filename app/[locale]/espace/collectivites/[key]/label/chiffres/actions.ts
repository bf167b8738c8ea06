'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { stateFigures } from '#lib/evidence/commands/state-figures.ts'

const FIELDS = ['year', 'workstations', 'servers', 'serversVirtual', 'schoolWorkstations'] as const

/** Saves the figures of a year, then shows the page of that year again. */
export async function stateFiguresAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const organisation = typedIn(form, 'organisation')
  const values = Object.fromEntries(FIELDS.map((name) => [name, typedIn(form, name)]))
  const outcome = runCommand<string, { year: number }>(
    previous,
    values,
    () => stateFigures(context, { ...values, organisation }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(
    pathTo(locale, `/espace/collectivites/${organisation}/label/chiffres`, {
      annee: outcome.done.year,
      fait: 'oui',
    }),
  )
}
