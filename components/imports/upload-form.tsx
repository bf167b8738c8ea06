'use client'

import { type FormEvent, useRef, useState } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { LONGEST_LIST } from '#lib/importers/schema.ts'

export type UploadField = 'file' | 'pasted' | 'software' | 'runs'
export type UploadAction = FormAction<UploadField>

interface UploadFormProps {
  locale: Locale
  action: UploadAction
  /** Of this very page. */
  address: string
  /** The key of the organisation. */
  organisation: string
  submit: string
  t: Messages['imports']['form']
  /** What a report asks besides: absent for a list of one's own. */
  report?: { software: string; softwareHint: string; runs: string }
  signIn: { href: string; label: string }
}

const EMPTY = { file: '', pasted: '', software: '', runs: '' }

/** The form that sends a list, as a file or as a text. */
export function UploadForm(props: UploadFormProps) {
  const { locale, action, address, organisation, submit, t, report, signIn } = props
  const { state, failed, sending, formProps } = useSentForm<UploadField>(action, EMPTY, address)
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
  const fault = (field: UploadField) => {
    const key = shown.faults[field]
    return key === undefined ? undefined : t.faults[key as keyof typeof t.faults]
  }
  const fields = [
    ...(report ? [{ id: 'up-software', label: report.software, fault: fault('software') }] : []),
    { id: 'up-file', label: t.file, fault: fault('file') },
  ]
  return (
    <form {...formProps} onSubmit={send} className="grid gap-6">
      <FormSummary
        id="up-wrong"
        state={shown}
        failed={failed && tooLong === 0}
        texts={t}
        fields={fields}
        signIn={signIn}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="organisation" value={organisation} />
      {report ? (
        <>
          <FormField
            id="up-software"
            label={report.software}
            hint={report.softwareHint}
            fault={fault('software')}
          >
            {(tied) => (
              <input
                {...tied}
                name="software"
                type="text"
                autoComplete="off"
                maxLength={200}
                defaultValue={state.values.software}
                className="field"
              />
            )}
          </FormField>
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name="runs"
              value="oui"
              className="size-5"
              defaultChecked={state.values.runs === 'oui'}
            />
            {report.runs}
          </label>
        </>
      ) : null}
      <FormField id="up-file" label={t.file} hint={t.fileHint} fault={fault('file')}>
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
      <FormField id="up-pasted" label={t.pasted} hint={t.pastedHint} fault={undefined}>
        {(tied) => (
          <textarea
            {...tied}
            name="pasted"
            rows={6}
            defaultValue={state.values.pasted}
            className="field block"
          />
        )}
      </FormField>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? t.sending : submit}
        </button>
      </div>
    </form>
  )
}
