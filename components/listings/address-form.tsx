'use client'

import { FormField } from '#components/ui/form-field.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

/** Where a refusal leads: entries that it is about. */
export interface RefusedAddress {
  links: ReadonlyArray<{ href: string; label: string }>
}
export type AddressState = FormState<'address', RefusedAddress>

/** One field: the address of a repository. What is wrong with it is said beside it. */
export function AddressForm({
  locale,
  action,
  address,
  value,
  texts,
  signIn,
}: {
  locale: string
  action: FormAction<'address', RefusedAddress>
  /** Of this very page. */
  address: string
  value: string
  texts: {
    label: string
    hint: string
    submit: string
    sending: string
    failed: string
    wrong: string
  }
  signIn: { href: string; label: string }
}) {
  const { state, failed, sending, formProps } = useSentForm<'address', RefusedAddress>(
    action,
    { address: value },
    address,
  )
  const fault = failed ? texts.failed : state.refusal
  return (
    <form {...formProps} className="grid gap-5">
      {fault === undefined ? null : (
        <TakesFocus
          key={state.refusals}
          labelledBy="address-wrong"
          className="rounded-lg border-2 border-danger p-4"
        >
          <h2 id="address-wrong" className="text-xl">
            {texts.wrong}
          </h2>
          <p className="mt-1 [overflow-wrap:anywhere]">{fault}</p>
          {state.signInNeeded ? (
            <p className="mt-2">
              <a className="link" href={signIn.href} target="_blank" rel="noopener">
                {signIn.label}
              </a>
            </p>
          ) : null}
          {state.outcome && state.outcome.links.length > 0 ? (
            <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-3">
              {state.outcome.links.map(({ href, label }) => (
                <li key={href}>
                  <a className="link" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </TakesFocus>
      )}
      <input type="hidden" name="locale" value={locale} />
      <FormField id="address" label={texts.label} hint={texts.hint} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            name="address"
            // Not of type url: what people paste is often not quite one, and is read all the same.
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={state.values.address}
            className="field"
          />
        )}
      </FormField>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? texts.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}
