'use client'

import { type FormEvent, useRef, useState } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { ACCEPTED, LONGEST_DOCUMENT } from '#lib/applications/rules/document-kinds.ts'

/** The form that attaches a file. */
export function DocumentForm({
  locale,
  action,
  address,
  hidden,
  criterion,
  criteria,
  t,
  form,
  faults,
  signIn,
}: {
  locale: Locale
  action: FormAction<string>
  address: string
  hidden: Record<string, string>
  criterion: string
  criteria: ReadonlyArray<{ value: string; label: string }>
  t: Record<'file' | 'fileHint' | 'criterion' | 'criterionHint' | 'submit', string>
  form: { wrong: string; mend: string; failed: string; sending: string }
  faults: Record<string, string>
  signIn: { href: string; label: string }
}) {
  const values = { critere: criterion }
  const { state, failed, sending, formProps } = useSentForm<string>(action, values, address)
  const input = useRef<HTMLInputElement>(null)
  // Said here, before gigabytes are on their way.
  const [tooLong, setTooLong] = useState(0)

  function send(event: FormEvent<HTMLFormElement>) {
    if ((input.current?.files?.[0]?.size ?? 0) > LONGEST_DOCUMENT) {
      event.preventDefault()
      setTooLong((times) => times + 1)
      return
    }
    setTooLong(0)
    formProps.onSubmit(event)
  }

  const shown = tooLong
    ? { ...state, faults: { file: 'file-long' }, refusals: state.refusals + tooLong }
    : state
  const key = shown.faults.file
  const fault = key === undefined ? undefined : (faults[key] ?? form.mend)
  return (
    <form {...formProps} onSubmit={send} className="mt-6 grid max-w-2xl gap-5" lang={locale}>
      <FormSummary
        id="document-wrong"
        state={shown}
        failed={failed && tooLong === 0}
        texts={form}
        signIn={signIn}
        fields={[{ id: 'document-file', label: t.file, fault }]}
      />
      <HiddenFields fields={Object.entries(hidden)} />
      <FormField id="document-file" label={t.file} hint={t.fileHint} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            ref={input}
            name="file"
            type="file"
            accept={ACCEPTED}
            className="field"
            onChange={() => setTooLong(0)}
          />
        )}
      </FormField>
      <FormField
        id="document-criterion"
        label={t.criterion}
        hint={t.criterionHint}
        fault={undefined}
      >
        {(tied) => (
          <select {...tied} name="critere" defaultValue={state.values.critere} className="field">
            {criteria.map((item) => (
              <option key={item.value} value={item.value}>
                {item.label}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? form.sending : t.submit}
        </button>
      </div>
    </form>
  )
}
