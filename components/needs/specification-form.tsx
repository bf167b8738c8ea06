'use client'

import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { ACCEPTED } from '#lib/applications/rules/document-kinds.ts'

/** The form that adds the file of a specification. */
export function SpecificationForm({
  action,
  address,
  hidden,
  t,
  form,
  faults,
  signIn,
}: {
  action: FormAction<string>
  address: string
  hidden: Record<string, string>
  t: Record<'file' | 'fileHint' | 'fileSubmit', string>
  form: { wrong: string; mend: string; failed: string; sending: string }
  faults: Record<string, string>
  signIn: { href: string; label: string }
}) {
  const { state, failed, sending, formProps } = useSentForm<string>(action, { file: '' }, address)
  const key = state.faults.file
  const fault = key === undefined ? undefined : (faults[key] ?? form.mend)
  return (
    <form {...formProps} className="mt-6 grid max-w-2xl gap-5">
      <FormSummary
        id="specification-wrong"
        state={state}
        failed={failed}
        texts={form}
        signIn={signIn}
        fields={[{ id: 'specification-file', label: t.file, fault }]}
      />
      <HiddenFields fields={Object.entries(hidden)} />
      <FormField id="specification-file" label={t.file} hint={t.fileHint} fault={fault}>
        {(tied) => <input {...tied} name="file" type="file" accept={ACCEPTED} className="field" />}
      </FormField>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? form.sending : t.fileSubmit}
        </button>
      </div>
    </form>
  )
}
