'use client'

import type { Locale } from '#components/i18n/locale.ts'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { DetailFields } from './detail-fields.tsx'
import { ADOPTION_FIELDS, type AdoptionFormWords, OPTIONAL_FIELDS } from './form-words.ts'
import { SoftwareField } from './software-field.tsx'
import { StateFields } from './state-fields.tsx'
import { SelectionField } from './typed-fields.tsx'
import { type AdoptionFormAction, useAdoptionForm } from './use-adoption-form.tsx'

interface DeclareFormProps {
  locale: Locale
  action: AdoptionFormAction
  /** Of this very page. */
  address: string
  values: Record<string, string>
  words: AdoptionFormWords
  organisations: ReadonlyArray<{ value: string; label: string }>
  operators: ReadonlyArray<{ value: string; label: string }>
  signIn: { href: string; label: string }
}

/** What is not a field of the adoption's own. */
const FIRST_FIELDS = ['organisation', 'software'] as const

/** A declaration: two questions, and a folded part for the rest. */
export function DeclareForm(props: DeclareFormProps) {
  const { locale, words, organisations, operators } = props
  const { t } = words
  const { state, failed, sending, formProps, shown } = useAdoptionForm({ id: 'declare', ...props })
  const { offered = [] } = state
  const open = OPTIONAL_FIELDS.some(
    (name) => state.faults[name] !== undefined || !['', 'none'].includes(state.values[name] ?? ''),
  )
  return (
    <form {...formProps} className="group grid gap-7">
      <FormSummary
        id="declare-wrong"
        state={state}
        failed={failed}
        texts={t}
        signIn={props.signIn}
        fields={[...FIRST_FIELDS, ...ADOPTION_FIELDS].map((name) => ({
          id: shown.idOf(name),
          label: t[name],
          fault: shown.fault(name),
        }))}
      />
      <input type="hidden" name="locale" value={locale} />
      {organisations.length === 1 ? (
        <p>
          <input type="hidden" name="organisation" value={organisations[0]?.value} />
          <span className="block font-semibold">{t.organisation}</span>
          {organisations[0]?.label}
        </p>
      ) : (
        <SelectionField
          shown={shown}
          name="organisation"
          label={t.organisation}
          hint={t.organisationHint}
          none={t.organisationNone}
          choices={organisations.map(({ value, label }) => [value, label] as const)}
        />
      )}
      <div className="grid gap-3">
        <SoftwareField locale={locale} words={words} shown={shown} />
        {offered.length === 0 ? null : (
          <ChoiceField
            key={offered.map(({ value }) => value).join()}
            id={shown.idOf('choice')}
            name="choice"
            legend={t.which}
            hint={t.whichHint}
            fault={undefined}
            value=""
            choices={offered}
          />
        )}
      </div>
      <StateFields words={words} shown={shown} />
      <details open={open} className="panel">
        <summary className="min-h-8 font-semibold">{t.more}</summary>
        <DetailFields words={words} shown={shown} operators={operators} />
      </details>
      <div className="flex flex-wrap gap-3">
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? t.sending : t.submit}
        </button>
        {/* A button, so that it carries what is typed; after the other, which the Enter key presses. */}
        <button
          type="submit"
          name="propose"
          value="1"
          className="button button-quiet"
          aria-disabled={sending}
        >
          {t.notInCatalogue}
        </button>
      </div>
    </form>
  )
}
