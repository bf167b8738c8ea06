'use client'

import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useState, useTransition } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { FormField } from '#components/ui/form-field.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { TakesFocus } from '#components/ui/takes-focus.tsx'

export type AskField = 'asked' | 'need' | 'function' | 'organisationKind'
export type AskState = FormState<AskField>
export type AskAction = (previous: AskState, form: FormData) => Promise<AskState>

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

/**
 * The form of a request. Without scripts it is posted to its own page, which comes back with what was
 * typed. With them it is sent from where it stands, so that even a service that does not answer leaves
 * everything in place.
 */
export function AskForm({ locale, action, address, values, t, functions, kinds }: AskFormProps) {
  // The address leaves out the fragment that a link of the summary added: with it, a page that comes
  // back would lead to that field instead of to what is wrong.
  const [posted, post] = useActionState(action, { values, faults: {}, refusals: 0 }, address)
  const [answered, setAnswered] = useState<AskState & { failed?: boolean }>()
  const [sending, startSending] = useTransition()
  const state = answered ?? posted
  const failed = answered?.failed === true
  const wrong = FIELDS.filter((field) => state.faults[field] !== undefined)

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending) return
    const form = new FormData(event.currentTarget)
    startSending(async () => {
      try {
        const next = await action(state, form)
        startSending(() => setAnswered(next))
      } catch (error) {
        // The way on to the confirmation comes as an error, too.
        unstable_rethrow(error)
        startSending(() =>
          setAnswered({ ...state, faults: {}, refusals: state.refusals + 1, failed: true }),
        )
      }
    })
  }

  const fault = (field: AskField) => {
    const key = state.faults[field]
    return key === undefined ? undefined : t.faults[key as keyof typeof t.faults]
  }

  return (
    <form action={post} onSubmit={send} noValidate className="grid gap-6">
      {failed || wrong.length > 0 ? (
        <TakesFocus
          key={state.refusals}
          labelledBy="ask-wrong"
          className="rounded-lg border-2 border-danger p-4"
        >
          <h2 id="ask-wrong" className="text-xl">
            {t.wrong}
          </h2>
          <p className="mt-1">{failed ? t.failed : t.mend}</p>
          {wrong.length === 0 ? null : (
            <ul className="mt-2 list-disc pl-5">
              {wrong.map((field) => (
                <li key={field}>
                  <a className="link" href={`#${idOf(field)}`}>
                    {t[field]}
                  </a>{' '}
                  {fault(field)}
                </li>
              ))}
            </ul>
          )}
        </TakesFocus>
      ) : null}
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
