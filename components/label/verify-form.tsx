'use client'

import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { FormField } from '#components/ui/form-field.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { VerifyOutcome } from './verify-outcome.tsx'
import type { ShownOutcome } from './verify-words.ts'

type VerifyField = 'text' | 'file' | 'address'
export type VerifyState = FormState<VerifyField, ShownOutcome>
export type VerifyAction = FormAction<VerifyField, ShownOutcome>

/** The texts of the form: those that a browser can be sent. */
export type VerifyTexts = Pick<
  Messages['badges']['verify'],
  'fields' | 'submit' | 'sending' | 'wrong' | 'mend' | 'failed' | 'checksCaption' | 'columns'
>

/** Takes a credential in one of three ways, and shows above what it is worth. */
export function VerifyForm({
  locale,
  page,
  address,
  action,
  t,
}: {
  locale: Locale
  /** The address of this very page. */
  page: string
  address: string
  action: VerifyAction
  t: VerifyTexts
}) {
  const { state, failed, sending, formProps } = useSentForm<VerifyField, ShownOutcome>(
    action,
    { text: '', file: '', address },
    page,
  )
  return (
    <form {...formProps} className="grid gap-6">
      {failed ? (
        <FormSummary id="ve-failed" state={state} failed texts={t} fields={[]} />
      ) : state.outcome ? (
        <VerifyOutcome key={state.refusals} texts={t} outcome={state.outcome} />
      ) : null}
      <input type="hidden" name="locale" value={locale} />
      <FormField id="ve-text" label={t.fields.text} hint={t.fields.textHint} fault={undefined}>
        {(tied) => (
          <textarea
            {...tied}
            name="text"
            rows={8}
            spellCheck={false}
            autoComplete="off"
            defaultValue={state.values.text}
            className="field block font-mono text-[0.9rem]"
          />
        )}
      </FormField>
      <FormField id="ve-file" label={t.fields.file} hint={t.fields.fileHint} fault={undefined}>
        {(tied) => (
          <input
            {...tied}
            name="file"
            type="file"
            accept=".json,.jsonld,.svg,application/json,image/svg+xml"
            className="field"
          />
        )}
      </FormField>
      <FormField
        id="ve-address"
        label={t.fields.address}
        hint={t.fields.addressHint}
        fault={undefined}
      >
        {(tied) => (
          <input
            {...tied}
            name="address"
            type="text"
            inputMode="url"
            autoComplete="off"
            maxLength={500}
            defaultValue={state.values.address}
            className="field"
          />
        )}
      </FormField>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? t.sending : t.submit}
        </button>
      </div>
    </form>
  )
}
