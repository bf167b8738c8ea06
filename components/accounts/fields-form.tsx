'use client'

import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

export interface Field {
  name: string
  label: string
  hint: string
  kind: 'text' | 'email' | 'lines' | 'choice'
  value?: string
  required?: boolean
  autoComplete?: string
  choices?: ReadonlyArray<{ value: string; label: string }>
}

export interface FormTexts {
  wrong: string
  mend: string
  failed: string
  sending: string
  submit: string
}

interface FieldsFormProps {
  /** Unique in the page. */
  id: string
  action: FormAction<string>
  /** Of this very page. */
  address: string
  fields?: readonly Field[]
  /** What goes with the form and is not for typing. */
  hidden?: Record<string, string>
  texts: FormTexts
  /** The sentences of what may be wrong, by key. */
  faults?: Record<string, string>
  signIn?: { href: string; label: string }
  quiet?: boolean
  /** The button as it is read out, where its text alone would not say what it is about. */
  buttonLabel?: string
}

/** A form of a few fields, or of a button alone. */
export function FieldsForm(props: FieldsFormProps) {
  const { id, action, address, fields = [], hidden = {}, texts, faults = {}, signIn } = props
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value ?? '']))
  const { state, failed, sending, formProps } = useSentForm<string>(action, typed, address)
  const idOf = (name: string) => `${id}-${name}`
  const fault = (name: string) => {
    const key = state.faults[name]
    return key === undefined ? undefined : (faults[key] ?? texts.mend)
  }
  return (
    <form {...formProps} className="grid gap-5">
      <FormSummary
        id={`${id}-wrong`}
        state={state}
        failed={failed}
        texts={texts}
        signIn={signIn}
        fields={fields.map(({ name, label }) => ({ id: idOf(name), label, fault: fault(name) }))}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormField
          key={field.name}
          id={idOf(field.name)}
          label={field.label}
          hint={field.hint}
          fault={fault(field.name)}
        >
          {(tied) => <Control tied={tied} field={field} value={state.values[field.name] ?? ''} />}
        </FormField>
      ))}
      <div>
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button
          type="submit"
          className={props.quiet ? 'button button-quiet' : 'button'}
          aria-disabled={sending}
          aria-label={props.buttonLabel}
        >
          {sending ? texts.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}

function Control({ tied, field, value }: { tied: object; field: Field; value: string }) {
  const { kind, name, required, autoComplete = 'off', choices = [] } = field
  if (kind === 'lines') {
    return <textarea {...tied} name={name} rows={5} defaultValue={value} className="field block" />
  }
  if (kind === 'choice') {
    return (
      <select {...tied} name={name} defaultValue={value} className="field">
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      {...tied}
      name={name}
      type={kind}
      required={required}
      autoComplete={autoComplete}
      spellCheck={kind === 'email' ? false : undefined}
      defaultValue={value}
      className="field"
    />
  )
}
