'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { AddListField } from '#components/names/add-list-form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { takeNames } from '#lib/names/commands/take-names.ts'

type State = FormState<AddListField, { columns: string }>

/** Takes in a list of names, then leads to the page that shows what they may mean. */
export async function addListAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const software = typedIn(form, 'software')
  const sent = form.get('file')
  const file = sent instanceof File && sent.size > 0 ? sent : undefined
  const values = {
    file: '',
    column: typedIn(form, 'column'),
    pasted: typedIn(form, 'pasted'),
    address: typedIn(form, 'address'),
    title: typedIn(form, 'title'),
    date: typedIn(form, 'date'),
  }
  const { outcome: _, ...state } = previous
  const outcome = await runAsyncCommand(
    state,
    values,
    async () =>
      takeNames(
        context,
        { ...values, software, file: file ? Buffer.from(await file.arrayBuffer()) : null },
        { listed: currentSettings().forgeHosts },
      ),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  if ('columns' in outcome.done) {
    const { columns } = outcome.done
    return {
      values,
      faults: { column: 'column-unknown' },
      outcome: { columns: columns.join(', ') },
      refusals: (Number(previous.refusals) || 0) + 1,
    }
  }
  if ('lines' in outcome.done) {
    return {
      values: { ...values, pasted: outcome.done.lines.join('\n') },
      faults: { pasted: 'page-read' },
      refusals: (Number(previous.refusals) || 0) + 1,
    }
  }
  const { id, tooLong } = outcome.done
  redirect(
    pathTo(locale, `/espace/logiciels/${software.replace(/[^\w-]/g, '')}/noms`, {
      liste: id,
      longs: tooLong > 0 ? tooLong : undefined,
    }),
  )
}
