'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { listingForm } from '#app/_request/listing-form.ts'
import { formLocale, runAsyncCommand, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { freshenCase } from '#lib/listings/commands/settle-listing.ts'
import { currentForge } from '#lib/listings/current-forge.ts'
import { mergeSoftware, proposeMerge } from '#lib/moderation/commands/merge-software.ts'
import { settleCase } from '#lib/moderation/commands/settle-case.ts'
import { settleSoftwareRequest } from '#lib/moderation/commands.ts'
import { ENTRY_FIELDS } from '#lib/software/rules/entry-form.ts'

type State = FormState<string>

/** Settles a case, then leads back to the queue. */
export async function settleCaseAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values: Record<string, string> = {
    caseId: typedIn(form, 'caseId'),
    reason: typedIn(form, 'reason'),
    verifyDomain: typedIn(form, 'verifyDomain'),
    existingSlug: typedIn(form, 'existingSlug'),
  }
  for (const field of ENTRY_FIELDS) values[field] = listedIn(form, field)
  for (const box of ['manager', 'verifyPublisher']) values[box] = typedIn(form, box)
  const listing = form.has('listing') ? listingForm(form) : undefined
  Object.assign(values, listing)
  const accepted = typedIn(form, 'decision') === 'accept'
  const outcome = await runAsyncCommand<string, unknown>(
    previous,
    values,
    async () => {
      const forge = currentForge()
      if (accepted) await freshenCase(context, Number(values.caseId), forge)
      return settleCase(context, {
        caseId: values.caseId,
        accepted,
        reason: values.reason ?? '',
        verifyDomain: values.verifyDomain === 'oui',
        existingSlug: values.existingSlug,
        newEntry: form.has('existingSlug') || listing ? undefined : values,
        listing,
        manager: values.manager === 'oui',
        verifyPublisher: values.verifyPublisher === 'oui',
        hosts: [...forge.hosts],
      })
    },
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/espace/moderation', { fait: 'decision' }))
}

/** Several of a name are one text, their commas apart. */
const listedIn = (form: FormData, name: string) =>
  form
    .getAll(name)
    .filter((item) => typeof item === 'string' && item !== '')
    .join(',')

/** Merges two entries, or leaves that to another moderator, then leads to the case. */
export async function mergeAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = {
    fromSlug: typedIn(form, 'fromSlug'),
    intoSlug: typedIn(form, 'intoSlug'),
    why: typedIn(form, 'why'),
  }
  const now = typedIn(form, 'decision') === 'merge'
  const outcome = runCommand<string, { caseId: number }>(
    previous,
    values,
    () => (now ? mergeSoftware(context, values) : proposeMerge(context, values)),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const fait = now ? 'decision' : 'proposition'
  redirect(pathTo(locale, '/espace/moderation', { fait }))
}

/** Marks a request for software as settled; one that is already stays so. */
export async function settleRequestAction(form: FormData): Promise<void> {
  const context = await requestContext()
  const locale = formLocale(form)
  // Whoever may not, or asks for none, is led to the queue, which says so.
  runCommand({ values: {}, faults: {}, refusals: 0 }, {}, () =>
    settleSoftwareRequest(context, typedIn(form, 'reference')),
  )
  redirect(pathTo(locale, '/espace/moderation'))
}
