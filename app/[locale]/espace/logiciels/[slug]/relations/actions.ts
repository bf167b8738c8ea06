'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { relateSoftware, unrelateSoftware } from '#lib/compare/commands/relate-software.ts'

const FIELDS = ['kind', 'other', 'noteFr', 'noteEn'] as const

/** Publishes what a software is to another, then leads back to the page, which says so. */
export async function relateAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const slug = typedIn(form, 'slug')
  const values = Object.fromEntries(FIELDS.map((name) => [name, typedIn(form, name)]))
  const outcome = runCommand<string, { other: string }>(
    previous,
    values,
    () => relateSoftware(context, { ...values, slug }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/logiciels/${slug}/relations`, { dit: outcome.done.other }))
}

/** Takes back what was said. */
export async function unrelateAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const slug = typedIn(form, 'slug')
  const about = { slug, other: typedIn(form, 'other'), kind: typedIn(form, 'kind') }
  const outcome = runCommand<string, void>(
    previous,
    {},
    () => unrelateSoftware(context, about),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/logiciels/${slug}/relations`, { retire: 'oui' }))
}
