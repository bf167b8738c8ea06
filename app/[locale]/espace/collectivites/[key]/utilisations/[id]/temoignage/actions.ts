'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { writeTestimonial } from '#lib/adoptions/commands/write-testimonial.ts'

/** Sends a testimonial to the moderators, then leads back to the page, which says that it waits. */
export async function writeTestimonialAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = { body: typedIn(form, 'body') }
  const adoptionId = Number(typedIn(form, 'utilisation'))
  const outcome = runCommand<string, { key: string }>(
    previous,
    values,
    () => writeTestimonial(context, { ...values, adoptionId, locale }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const { key } = outcome.done
  redirect(
    pathTo(locale, `/espace/collectivites/${key}/utilisations/${adoptionId}/temoignage`, {
      envoye: 'oui',
    }),
  )
}
