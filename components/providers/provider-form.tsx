'use client'

import type { FormTexts } from '#components/accounts/fields-form.tsx'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { ChecksField } from './checks-field.tsx'
import type { ProviderField, Which } from './form-fields.ts'
import { SuggestedInput } from './suggested-input.tsx'

/** A form of a provider: texts, choices, and boxes to tick. */
export function ProviderForm({
  id,
  action,
  address,
  fields,
  hidden,
  which,
  texts,
  faults,
  signIn,
  buttonLabel,
  quiet = false,
}: {
  /** Unique in the page. */
  id: string
  action: FormAction<string>
  /** Of this very page. */
  address: string
  fields: readonly ProviderField[]
  hidden: Readonly<Record<string, string>>
  which?: Which
  texts: FormTexts
  faults: Readonly<Record<string, string>>
  signIn: { href: string; label: string }
  /** The button as it is read out, where its text alone would not say what it is about. */
  buttonLabel?: string
  quiet?: boolean
}) {
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value ?? '']))
  const { state, failed, sending, formProps } = useSentForm<string>(action, typed, address)
  const { offered = [] } = state
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
        <div key={field.name} className="grid gap-5">
          <Field
            field={field}
            id={idOf(field.name)}
            fault={fault(field.name)}
            value={state.values[field.name] ?? ''}
          />
          {which && which.of === field.name && offered.length > 0 ? (
            <>
              {/* A choice is of what was typed then: typed anew, it means nothing. */}
              <input type="hidden" name="offeredFor" value={state.values[field.name] ?? ''} />
              <ChoiceField
                key={offered.map(({ value }) => value).join()}
                id={`${id}-which`}
                name="which"
                legend={which.legend}
                hint={which.hint}
                fault={undefined}
                value=""
                choices={offered}
              />
            </>
          ) : null}
        </div>
      ))}
      <div>
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button
          type="submit"
          className={quiet ? 'button button-quiet' : 'button'}
          aria-disabled={sending}
          aria-label={buttonLabel}
        >
          {sending ? texts.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}

function Field({
  field,
  id,
  fault,
  value,
}: {
  field: ProviderField
  id: string
  fault: string | undefined
  value: string
}) {
  if (field.kind === 'checks') {
    return <ChecksField id={id} field={field} fault={fault} value={value} />
  }
  const { name, label, hint } = field
  return (
    <FormField id={id} label={label} hint={hint} fault={fault}>
      {(tied) => {
        if (field.kind === 'lines') {
          return (
            <textarea {...tied} name={name} rows={4} defaultValue={value} className="field block" />
          )
        }
        if (field.kind === 'choice') {
          return (
            <select {...tied} name={name} defaultValue={value} className="field">
              {field.groups.map(({ legend, choices }) => {
                const options = choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))
                return legend === '' ? (
                  options
                ) : (
                  <optgroup key={legend} label={legend}>
                    {options}
                  </optgroup>
                )
              })}
            </select>
          )
        }
        return <SuggestedInput tied={tied} field={field} value={value} />
      }}
    </FormField>
  )
}
