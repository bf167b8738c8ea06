'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { dossierAddress } from '#app/_request/dossier-address.ts'
import { formLocale, runAsyncCommand, runCommand, typedIn } from '#app/_request/run-command.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { attachDocument, removeDocument } from '#lib/applications/commands/attach-document.ts'
import { documentFolder } from '#lib/applications/documents/folder.ts'
import { currentSettings } from '#lib/current-settings.ts'

/** Attaches the file of a form, then shows the documents again. */
export async function attachAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = { file: '', critere: typedIn(form, 'critere') }
  const sent = form.get('file')
  const file = sent instanceof File ? sent : undefined
  const outcome = await runAsyncCommand<string, unknown>(
    previous,
    values,
    async () =>
      attachDocument(
        context,
        {
          application: Number(typedIn(form, 'dossier')),
          criterion: values.critere,
          fileName: file?.name ?? '',
          bytes: file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0),
        },
        documentFolder(currentSettings().dataFolder),
      ),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(dossierAddress(locale, form, { part: 'documents', query: { fait: 'joint' } }))
}

/** Takes a document out of its dossier. */
export async function removeAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const outcome = runCommand<string, unknown>(
    previous,
    {},
    () =>
      removeDocument(context, {
        application: Number(typedIn(form, 'dossier')),
        document: Number(typedIn(form, 'document')),
      }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(dossierAddress(locale, form, { part: 'documents', query: { fait: 'retire' } }))
}
