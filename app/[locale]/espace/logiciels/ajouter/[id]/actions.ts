'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { listingForm } from '#app/_request/listing-form.ts'
import { formLocale, runAsyncCommand, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import {
  dropListing,
  readListingAgain,
  saveListing,
} from '#lib/listings/commands/change-listing.ts'
import { submitListing } from '#lib/listings/commands/submit-listing.ts'
import { currentForge } from '#lib/listings/current-forge.ts'

type State = FormState<string>

const idIn = (form: FormData) => Number(typedIn(form, 'id'))
const draftPath = (id: number) => `/espace/logiciels/ajouter/${id}`

/** Keeps a draft, or sends it: then its page says what became of it. */
export async function submitAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const id = idIn(form)
  const values = listingForm(form)
  const keeps = form.has('save')
  const outcome = await runAsyncCommand<string, unknown>(
    previous,
    values,
    async () => {
      if (keeps) saveListing(context, { id, form: values })
      else await submitListing(context, { id, form: values }, currentForge())
    },
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, draftPath(id), { fait: keeps ? 'brouillon' : undefined }))
}

/** Reads the repository of a draft again. */
export async function readAgainAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const id = idIn(form)
  const outcome = await runAsyncCommand<string, void>(
    previous,
    {},
    () => readListingAgain(context, { id }, currentForge()),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, draftPath(id), { fait: 'relu' }))
}

/** Gives a listing up. */
export async function dropAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const outcome = runCommand<string, void>(
    previous,
    {},
    () => dropListing(context, { id: idIn(form) }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/espace/logiciels/ajouter', { fait: 'abandon' }))
}
