'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import {
  decideImportLines,
  dropImport,
  type LineChoice,
  startImport,
} from '#lib/adoptions/commands/settle-import.ts'

/** Keeps the choices of a page, and applies the list when that is what was pressed. */
export async function settleImportAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const id = Number(typedIn(form, 'id'))
  const values: Record<string, string> = { etat: typedIn(form, 'etat') }
  const choices: LineChoice[] = []
  for (const [name, choice] of form) {
    const line = /^choix-(\d{1,6})$/.exec(name)?.[1]
    if (line === undefined || typeof choice !== 'string') continue
    const typed = typedIn(form, `nom-${line}`).slice(0, 200)
    values[name] = choice
    values[`nom-${line}`] = typed
    choices.push({ line: Number(line), choice, name: typed })
  }
  const apply = typedIn(form, 'faire') === 'appliquer'
  const outcome = runCommand(
    previous,
    values,
    () => {
      const { unknown } = decideImportLines(context, { id, choices })
      if (apply && unknown.length === 0) startImport(context, { id, state: values.etat ?? '' })
      return { unknown }
    },
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const { unknown } = outcome.done
  const path = `/espace/imports/${id}`
  if (apply && unknown.length === 0) redirect(pathTo(locale, path))
  redirect(
    pathTo(locale, path, {
      statut: typedIn(form, 'statut'),
      page: typedIn(form, 'page'),
      garde: unknown.length === 0 ? 'oui' : '',
      inconnus: unknown.slice(0, 10),
    }),
  )
}

export async function dropImportAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const id = Number(typedIn(form, 'id'))
  const outcome = runCommand(previous, {}, () => dropImport(context, { id }), locale)
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/imports/${id}`))
}
