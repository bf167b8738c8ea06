'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { ADOPTION_FIELDS } from '#components/adoptions/form-words.ts'
import type { AdoptionFormState } from '#components/adoptions/use-adoption-form.tsx'
import { pathTo } from '#components/i18n/paths.ts'
import { declareAdoption } from '#lib/adoptions/commands/declare-adoption.ts'
import type { Declared } from '#lib/adoptions/commands/declare-in.ts'
import { softwareMeant } from '#lib/adoptions/which-software.ts'

/** Characters that the address of a proposal may carry. */
const LONGEST_CARRIED = 1_000

/** Declares a use, then leads to the thanks, which can be reloaded without declaring again. */
export async function declareAction(
  previous: AdoptionFormState,
  form: FormData,
): Promise<AdoptionFormState> {
  const context = await requestContext()
  const locale = formLocale(form)
  const typed = Object.fromEntries(ADOPTION_FIELDS.map((name) => [name, typedIn(form, name)]))
  const software = typedIn(form, 'software')
  const organisation = typedIn(form, 'organisation')
  const choice = typedIn(form, 'choice')
  if (form.has('propose')) {
    redirect(
      pathTo(locale, '/espace/proposer', {
        collectivite: organisation,
        nom: software.slice(0, 200),
        ...carried(typed),
      }),
    )
  }
  const meant = softwareMeant(context, choice || software)
  const slug = 'one' in meant ? meant.one.slug : software.trim()
  const outcome = runCommand<string, Declared>(
    previous,
    { ...typed, software, organisation, choice: '' },
    () => declareAdoption(context, { ...typed, organisation, software: slug }),
    locale,
  )
  if ('refused' in outcome) {
    const { refused } = outcome
    if ('one' in meant || software.trim() === '' || refused.refusal !== undefined) return refused
    // What the catalogue does not have under this name may still be one of a few.
    const fault = meant.several.length > 0 ? 'software-several' : 'software-unknown'
    return {
      ...refused,
      faults: { ...refused.faults, software: fault },
      offered: meant.several.map(({ slug: value, name, summary }) => ({
        value,
        label: name,
        hint: summary[locale],
      })),
    }
  }
  const { adoptionId, outcome: resultat } = outcome.done
  redirect(pathTo(locale, '/espace/declarer', { faite: adoptionId, resultat }))
}

/** What was typed, as far as an address can hold it. */
function carried(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value.length <= LONGEST_CARRIED),
  )
}
