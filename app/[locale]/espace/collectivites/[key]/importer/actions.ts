'use server'

import { uploadFromForm } from '#app/_request/upload-action.ts'
import type { UploadField } from '#components/imports/upload-form.tsx'
import type { FormState } from '#components/ui/form-state.ts'

export async function uploadImportAction(
  previous: FormState<UploadField>,
  form: FormData,
): Promise<FormState<UploadField>> {
  return await uploadFromForm('own', previous, form)
}
