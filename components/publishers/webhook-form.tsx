'use client'

import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

export type WebhookField = 'url' | 'events'
/** A form that makes a secret answers with it: it must not stand in an address. */
export type SecretAction = FormAction<WebhookField, { secret: string }>

export interface SecretTexts {
  heading: string
  text: string
  next: string
}

interface WebhookFormProps {
  /** Unique in the page. */
  id: string
  action: SecretAction
  /** Of this very page. */
  address: string
  hidden: Record<string, string>
  /** Absent for a form that is a button alone. */
  fields?: {
    url: { label: string; hint: string; value: string }
    events: { label: string; choices: ReadonlyArray<{ value: string; label: string }> }
    /** Kinds that are ticked. */
    chosen: readonly string[]
  }
  texts: { wrong: string; mend: string; failed: string; sending: string; submit: string }
  secretTexts: SecretTexts
  faults: Record<string, string>
  signIn: { href: string; label: string }
  quiet?: boolean
  buttonLabel?: string
}

/** The form of a webhook. Where its action makes a secret, it shows it in its place, this once. */
export function WebhookForm(props: WebhookFormProps) {
  const { id, action, address, hidden, fields, texts, faults, signIn } = props
  const typed = { url: fields?.url.value ?? '', events: (fields?.chosen ?? []).join(',') }
  const { state, failed, sending, formProps } = useSentForm(action, typed, address)
  if (state.outcome) {
    return <Secret id={id} address={address} secret={state.outcome.secret} t={props.secretTexts} />
  }
  const fault = (field: WebhookField) => {
    const key = state.faults[field]
    return key === undefined ? undefined : (faults[key] ?? texts.mend)
  }
  const chosen = state.values.events.split(',')
  return (
    <form {...formProps} className="grid gap-5">
      <FormSummary
        id={`${id}-wrong`}
        state={state}
        failed={failed}
        texts={texts}
        signIn={signIn}
        fields={
          fields
            ? [
                { id: `${id}-url`, label: fields.url.label, fault: fault('url') },
                { id: `${id}-events`, label: fields.events.label, fault: fault('events') },
              ]
            : []
        }
      />
      <HiddenFields fields={Object.entries(hidden)} />
      {fields ? (
        <>
          <FormField
            id={`${id}-url`}
            label={fields.url.label}
            hint={fields.url.hint}
            fault={fault('url')}
          >
            {(tied) => (
              <input
                {...tied}
                name="url"
                type="url"
                autoComplete="off"
                spellCheck={false}
                defaultValue={state.values.url}
                className="field"
              />
            )}
          </FormField>
          <fieldset id={`${id}-events`} className="grid gap-1" tabIndex={-1}>
            <legend className="font-semibold">{fields.events.label}</legend>
            {fault('events') ? <p className="text-danger">{fault('events')}</p> : null}
            {fields.events.choices.map(({ value, label }) => (
              <label key={value} className="flex min-h-8 items-center gap-3">
                <input
                  type="checkbox"
                  name="events"
                  value={value}
                  defaultChecked={chosen.includes(value)}
                  className="size-5 shrink-0"
                />
                {label}
              </label>
            ))}
          </fieldset>
        </>
      ) : null}
      <div>
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

function Secret({
  id,
  address,
  secret,
  t,
}: {
  id: string
  address: string
  secret: string
  t: SecretTexts
}) {
  return (
    <TakesFocus labelledBy={`${id}-secret`} className="panel bg-accent-soft">
      <h3 id={`${id}-secret`} className="text-lg">
        {t.heading}
      </h3>
      <p className="mt-1">{t.text}</p>
      <p className="mt-3">
        <code className="break-all font-semibold">{secret}</code>
      </p>
      <p className="mt-3">
        <a className="link" href={address}>
          {t.next}
        </a>
      </p>
    </TakesFocus>
  )
}
