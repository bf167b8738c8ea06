'use client'

import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { FormField } from '#components/ui/form-field.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

export type AskField = 'asked' | 'need' | 'function' | 'organisationKind'
export type AskState = FormState<AskField>
export type AskAction = FormAction<AskField>

interface Choice {
  value: string
  label: string
}

interface AskFormProps {
  locale: Locale
  action: AskAction
  /** Of this very page. */
  address: string
  values: AskState['values']
  t: Messages['ask']['form']
  functions: ReadonlyArray<{ label: string; choices: readonly Choice[] }>
  kinds: readonly Choice[]
}

/** In the order of the page. */
const FIELDS: readonly AskField[] = ['asked', 'need', 'function', 'organisationKind']
const idOf = (field: AskField) => `ask-${field}`

/** The form of a request. */
export function AskForm({ locale, action, address, values, t, functions, kinds }: AskFormProps) {
  const { state, failed, sending, formProps } = useSentForm(action, values, address)

  const fault = (field: AskField) => {
    const key = state.faults[field]
    return key === undefined ? undefined : t.faults[key as keyof typeof t.faults]
  }

  return (
    <form {...formProps} className="grid gap-6">
      <FormSummary
        id="ask-wrong"
        state={state}
        failed={failed}
        texts={t}
        fields={FIELDS.map((field) => ({ id: idOf(field), label: t[field], fault: fault(field) }))}
      />
      <input type="hidden" name="locale" value={locale} />
      <FormField id={idOf('asked')} label={t.asked} hint={t.askedHint} fault={fault('asked')}>
        {(tied) => (
          <input
            {...tied}
            name="asked"
            type="text"
            required
            autoComplete="off"
            defaultValue={state.values.asked}
            className="field"
          />
        )}
      </FormField>
      <FormField id={idOf('need')} label={t.need} hint={t.needHint} fault={fault('need')}>
        {(tied) => (
          <textarea
            {...tied}
            name="need"
            rows={6}
            defaultValue={state.values.need}
            className="field block"
          />
        )}
      </FormField>
      <FormField
        id={idOf('function')}
        label={t.function}
        hint={t.optional}
        fault={fault('function')}
      >
        {(tied) => (
          <select {...tied} name="function" defaultValue={state.values.function} className="field">
            <option value="">{t.functionNone}</option>
            {functions.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.choices.map(option)}
              </optgroup>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        id={idOf('organisationKind')}
        label={t.organisationKind}
        hint={t.optional}
        fault={fault('organisationKind')}
      >
        {(tied) => (
          <select
            {...tied}
            name="organisationKind"
            defaultValue={state.values.organisationKind}
            className="field"
          >
            <option value="">{t.kindNone}</option>
            {kinds.map(option)}
          </select>
        )}
      </FormField>
      {/* Shown to nobody, read out to nobody: what fills it is a program. */}
      <div hidden>
        <label>
          {t.trap}
          <input name="trap" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
      <div>
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? t.sending : t.submit}
        </button>
      </div>
    </form>
  )
}

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)
