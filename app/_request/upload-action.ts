import 'server-only'
import { redirect } from 'next/navigation'
import { pathTo } from '#components/i18n/paths.ts'
import type { UploadField } from '#components/imports/upload-form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { uploadList } from '#lib/adoptions/commands/upload-list.ts'
import { requestContext } from './context.ts'
import { formLocale, runCommand, typedIn } from './run-command.ts'

/** Takes in the list of a form, then leads to the page that reads it. */
export async function uploadFromForm(
  kind: 'own' | 'report',
  previous: FormState<UploadField>,
  form: FormData,
): Promise<FormState<UploadField>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = {
    file: '',
    pasted: typedIn(form, 'pasted'),
    software: typedIn(form, 'software'),
    runs: typedIn(form, 'runs'),
  }
  const sent = form.get('file')
  const file = sent instanceof File && sent.size > 0 ? sent : undefined
  const list = file ? Buffer.from(await file.arrayBuffer()) : Buffer.from(values.pasted.trim())
  const outcome = runCommand(
    previous,
    values,
    () =>
      uploadList(context, {
        kind,
        organisation: typedIn(form, 'organisation'),
        software: values.software,
        runs: values.runs === 'oui',
        fileName: file?.name ?? '',
        file: list,
      }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/imports/${outcome.done.id}`))
}
