'use client'

import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

interface ImportGridFormProps {
  action: FormAction<string>
  /** Of this very page. */
  address: string
  hidden: Record<string, string>
  t: { file: string; fileHint: string; submit: string }
  texts: { wrong: string; mend: string; failed: string; sending: string }
  signIn: { href: string; label: string }
}

/** Sends the file of a grid. */
export function ImportGridForm(props: ImportGridFormProps) {
  const { action, address, hidden, t, texts, signIn } = props
  const { state, failed, sending, formProps } = useSentForm<string>(action, { file: '' }, address)
  return (
    <form {...formProps} className="grid gap-5">
      <FormSummary
        id="grid-file-wrong"
        state={state}
        failed={failed}
        texts={texts}
        signIn={signIn}
        fields={[]}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormField id="grid-file" label={t.file} hint={t.fileHint} fault={undefined}>
        {(tied) => (
          <input
            {...tied}
            name="file"
            type="file"
            required
            accept=".yml,.yaml,.json,application/json,application/yaml"
            className="field"
          />
        )}
      </FormField>
      <div>
        <button type="submit" className="button button-quiet" aria-disabled={sending}>
          {sending ? texts.sending : t.submit}
        </button>
      </div>
    </form>
  )
}
