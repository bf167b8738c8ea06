'use client'

import type { Messages } from '#components/i18n/messages.ts'
import { FormField } from '#components/ui/form-field.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

type RelayField = 'from' | 'message' | 'withName' | 'withAddress'
export type RelayState = FormState<RelayField>
export type RelayAction = FormAction<RelayField>

type Texts = Messages['reads']['relay']['form']

interface RelayFormProps {
  action: RelayAction
  /** Of this very page. */
  address: string
  values: RelayState['values']
  hidden: Record<string, string>
  organisations: ReadonlyArray<{ key: string; name: string }>
  /** What ticking tells, with the name and address themselves; no name where the account has none. */
  labels: { withName: string | null; withAddress: string }
  /** The texts that are no function: what is sent to the browser must be plain. */
  t: Omit<Texts, 'withName' | 'withAddress'>
  faults: Messages['reads']['faults']
  signIn: { href: string; label: string }
}

const idOf = (field: 'from' | 'message') => `relay-${field}`

/** The form of a message to a user organisation. */
export function RelayForm(props: RelayFormProps) {
  const { action, address, values, hidden, organisations, labels, t, faults, signIn } = props
  const { state, failed, sending, formProps } = useSentForm(action, values, address)
  const fault = (field: 'from' | 'message') => {
    const key = state.faults[field]
    return key === undefined ? undefined : faults[key as keyof typeof faults]
  }
  const tick = (name: 'withName' | 'withAddress', label: string) => (
    <label className="flex min-h-8 items-start gap-3">
      <input
        type="checkbox"
        name={name}
        value="oui"
        defaultChecked={state.values[name] === 'oui'}
        className="mt-1 size-5 shrink-0"
      />
      <span className="min-w-0 break-words">{label}</span>
    </label>
  )
  return (
    <form {...formProps} className="grid gap-6">
      <FormSummary
        id="relay-wrong"
        state={state}
        failed={failed}
        texts={t}
        signIn={signIn}
        fields={(['from', 'message'] as const).map((field) => ({
          id: idOf(field),
          label: t[field],
          fault: fault(field),
        }))}
      />
      <HiddenFields fields={Object.entries(hidden)} />
      <FormField id={idOf('from')} label={t.from} hint={t.fromHint} fault={fault('from')}>
        {(tied) => (
          <select {...tied} name="from" defaultValue={state.values.from} className="field">
            {organisations.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        id={idOf('message')}
        label={t.message}
        hint={t.messageHint}
        fault={fault('message')}
      >
        {(tied) => (
          <textarea
            {...tied}
            name="message"
            rows={8}
            required
            defaultValue={state.values.message}
            className="field block"
          />
        )}
      </FormField>
      <fieldset aria-describedby="relay-tells" className="grid gap-1">
        <legend className="font-semibold">{t.tells}</legend>
        <p id="relay-tells" className="mb-1 text-[0.95rem] text-muted">
          {t.withHint}
        </p>
        {labels.withName === null ? null : tick('withName', labels.withName)}
        {tick('withAddress', labels.withAddress)}
      </fieldset>
      <div>
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? t.sending : t.submit}
        </button>
      </div>
    </form>
  )
}
