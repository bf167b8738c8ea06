'use client'

import { type FormEvent, useRef, useState } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { LONGEST_LIST } from '#lib/importers/schema.ts'

export type AddListField = 'file' | 'column' | 'pasted' | 'address' | 'title' | 'date'
/** The columns of a file of which one must be chosen. */
export type AddListAction = FormAction<AddListField, { columns: string }>

interface AddListFormProps {
  locale: Locale
  action: AddListAction
  /** Of this very page. */
  here: string
  software: string
  texts: {
    wrong: string
    mend: string
    failed: string
    sending: string
    submit: string
    faults: Record<string, string>
    columnUnknown: string
    fields: Record<AddListField, { label: string; hint: string }>
  }
  signIn: { href: string; label: string }
}

const EMPTY = { file: '', column: '', pasted: '', address: '', title: '', date: '' }
/** In the order of the page. */
const FIELDS: readonly AddListField[] = ['pasted', 'file', 'column', 'address', 'title', 'date']
const idOf = (field: AddListField) => `liste-${field}`

/** The form that takes a list of names: pasted, or as a file. */
export function AddListForm(props: AddListFormProps) {
  const { locale, action, here, software, texts, signIn } = props
  const { state, failed, sending, formProps } = useSentForm(action, EMPTY, here)
  const input = useRef<HTMLInputElement>(null)
  // Said here, before a hundred megabytes are on their way.
  const [tooLong, setTooLong] = useState(0)

  function send(event: FormEvent<HTMLFormElement>) {
    if ((input.current?.files?.[0]?.size ?? 0) > LONGEST_LIST) {
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
  const fault = (field: AddListField) => {
    const key = shown.faults[field]
    if (key === undefined) return undefined
    return key === 'column-unknown'
      ? texts.columnUnknown.replace('{columns}', state.outcome?.columns ?? '')
      : (texts.faults[key] ?? texts.mend)
  }
  const text = (field: 'column' | 'address' | 'title' | 'date') => (
    <FormField id={idOf(field)} {...texts.fields[field]} fault={fault(field)}>
      {(tied) => (
        <input
          {...tied}
          name={field}
          type="text"
          inputMode={field === 'address' ? 'url' : undefined}
          autoComplete="off"
          defaultValue={state.values[field]}
          className="field"
        />
      )}
    </FormField>
  )
  return (
    <form {...formProps} onSubmit={send} className="grid gap-6">
      <FormSummary
        id="liste-wrong"
        state={shown}
        failed={failed && tooLong === 0}
        texts={texts}
        fields={FIELDS.map((field) => ({
          id: idOf(field),
          label: texts.fields[field].label,
          fault: fault(field),
        }))}
        signIn={signIn}
      />
      <HiddenFields
        fields={[
          ['locale', locale],
          ['software', software],
        ]}
      />
      <FormField id={idOf('pasted')} {...texts.fields.pasted} fault={fault('pasted')}>
        {(tied) => (
          <textarea
            {...tied}
            // Drawn anew when it is a page that fills it, whatever was typed in it before.
            key={state.faults.pasted === 'page-read' ? state.refusals : 'typed'}
            name="pasted"
            rows={10}
            defaultValue={state.values.pasted}
            className="field block"
          />
        )}
      </FormField>
      <FormField id={idOf('file')} {...texts.fields.file} fault={fault('file')}>
        {(tied) => (
          <input
            {...tied}
            ref={input}
            name="file"
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,.ods,text/csv"
            className="field"
            onChange={() => setTooLong(0)}
          />
        )}
      </FormField>
      {text('column')}
      {text('address')}
      {text('title')}
      {text('date')}
      <div>
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? texts.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}
