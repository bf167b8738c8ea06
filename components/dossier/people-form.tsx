'use client'

import type { Locale } from '#components/i18n/locale.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

const FIELDS = [
  ['responsibleName', 'nameHint'],
  ['responsibleOffice', 'officeHint'],
  ['responsibleEmail', 'emailHint'],
  ['electedName', 'nameHint'],
  ['electedOffice', 'officeHint'],
  ['electedEmail', 'electedEmailHint'],
] as const

type PeopleField = (typeof FIELDS)[number][0]
type Texts = Record<
  | PeopleField
  | (typeof FIELDS)[number][1]
  | ('namesPublic' | 'save' | 'meanwhile' | 'empty' | 'takeTheirs'),
  string
>

/** Who follows a dossier, and who vouches for it. */
export function PeopleForm({
  locale,
  action,
  address,
  application,
  place,
  values,
  t,
  form,
  faults,
  signIn,
}: {
  locale: Locale
  action: FormAction<string>
  /** Of this very page. */
  address: string
  application: number
  place: { key: string; grid: string }
  /** With `revision`; `namesPublic` is « oui » or empty. */
  values: Record<string, string>
  t: Texts
  form: { wrong: string; mend: string; failed: string; sending: string }
  faults: Record<string, string>
  signIn: { href: string; label: string }
}) {
  const { state, failed, sending, formProps } = useSentForm<string>(action, values, address)
  const fault = (name: string) => {
    const key = state.faults[name]
    return key === undefined ? undefined : (faults[key] ?? form.mend)
  }
  return (
    <form {...formProps} className="mt-3 grid gap-5">
      <FormSummary
        id="people-wrong"
        state={state}
        failed={failed}
        texts={form}
        signIn={signIn}
        fields={FIELDS.map(([name]) => ({
          id: `people-${name}`,
          label: t[name],
          fault: fault(name),
        }))}
      />
      {state.meanwhile ? (
        <p>
          {/* A document request: the form is made anew with what is recorded. */}
          <a className="link" href={address}>
            {t.takeTheirs}
          </a>
        </p>
      ) : null}
      <HiddenFields
        fields={[
          ['locale', locale],
          ['dossier', String(application)],
          ['key', place.key],
          ['grille', place.grid],
          ['revision', state.values.revision ?? ''],
        ]}
      />
      <div className="grid gap-5 lg:grid-cols-3">
        {FIELDS.map(([name, hint]) => (
          <FormField
            key={name}
            id={`people-${name}`}
            label={t[name]}
            hint={t[hint]}
            fault={fault(name)}
          >
            {(tied) => (
              <>
                <input
                  {...tied}
                  name={name}
                  type={name.endsWith('Email') ? 'email' : 'text'}
                  autoComplete="off"
                  spellCheck={false}
                  defaultValue={state.values[name]}
                  className="field"
                />
                {state.meanwhile?.[name] === undefined ? null : (
                  <p className="mt-2 border-warn border-l-4 bg-warn-soft px-3 py-2">
                    <strong>{t.meanwhile}</strong> {state.meanwhile[name] || t.empty}
                  </p>
                )}
              </>
            )}
          </FormField>
        ))}
      </div>
      <label className="flex min-h-8 items-center gap-3">
        <input
          type="checkbox"
          name="namesPublic"
          value="oui"
          defaultChecked={state.values.namesPublic === 'oui'}
          className="size-5 shrink-0 accent-accent"
        />
        {t.namesPublic}
      </label>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? form.sending : t.save}
        </button>
      </div>
    </form>
  )
}
