'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { DETAIL_FIELDS } from '#lib/adoptions/declaration-schema.ts'
import { type Proposed, proposeSoftware } from '#lib/moderation/commands/propose-software.ts'

type State = FormState<string>

/** Proposes a software with the declaration that waits for it, then says so on a page that can be reloaded. */
export async function proposeAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const proposal = {
    organisation: typedIn(form, 'organisation'),
    name: typedIn(form, 'name'),
    website: typedIn(form, 'website'),
    what: typedIn(form, 'what'),
  }
  const declaration: Record<string, string> = {}
  for (const field of DETAIL_FIELDS) {
    if (form.has(field)) declaration[field] = typedIn(form, field)
  }
  const known = Object.fromEntries(DETAIL_FIELDS.map((field) => [field, '']))
  const outcome = runCommand<string, Proposed>(
    previous,
    { ...known, ...declaration, ...proposal },
    () => proposeSoftware(context, { ...proposal, declaration }),
    locale,
  )
  if ('refused' in outcome) {
    const { refused } = outcome
    const carried = Object.keys(refused.faults).some(
      (field) => field in known && field !== 'state' && field !== 'since',
    )
    // No field of this page can show what is wrong with those of the page before.
    return carried
      ? { ...refused, refusal: messages(locale).moderation.propose.otherFault }
      : refused
  }
  const { organisationKey, joined } = outcome.done
  redirect(
    pathTo(locale, '/espace/proposer', {
      collectivite: organisationKey,
      envoyee: joined ? 'avec-d-autres' : 'oui',
    }),
  )
}
