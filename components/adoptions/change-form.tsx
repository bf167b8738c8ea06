'use client'

import type { Locale } from '#components/i18n/locale.ts'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { DetailFields } from './detail-fields.tsx'
import { ADOPTION_FIELDS, type AdoptionFormWords } from './form-words.ts'
import { StateFields } from './state-fields.tsx'
import { type AdoptionFormAction, useAdoptionForm } from './use-adoption-form.tsx'

interface ChangeFormProps {
  locale: Locale
  action: AdoptionFormAction
  address: string
  /** With `revision`, that of the adoption that the fields show. */
  values: Record<string, string>
  words: AdoptionFormWords
  texts: { wrong: string; submit: string; takeTheirs: string }
  adoption: number
  operators: ReadonlyArray<{ value: string; label: string }>
  signIn: { href: string; label: string }
}

/** All that an organisation says of its use, to be changed. */
export function ChangeForm(props: ChangeFormProps) {
  const { locale, words, texts, adoption, operators, address } = props
  const { t } = words
  const { state, failed, sending, formProps, shown } = useAdoptionForm({ id: 'change', ...props })
  return (
    <form {...formProps} className="group grid gap-7">
      <FormSummary
        id="change-wrong"
        state={state}
        failed={failed}
        texts={{ ...t, wrong: texts.wrong }}
        signIn={props.signIn}
        fields={ADOPTION_FIELDS.map((name) => ({
          id: shown.idOf(name),
          label: t[name],
          fault:
            shown.fault(name) ??
            (state.meanwhile?.[name] === undefined
              ? undefined
              : `${t.meanwhile} ${state.meanwhile[name] || t.meanwhileEmpty}`),
        }))}
      />
      {state.meanwhile === undefined ? null : (
        <p>
          {/* A document request: the form is made anew with what is recorded. */}
          <a className="link" href={address}>
            {texts.takeTheirs}
          </a>
        </p>
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="adoption" value={adoption} />
      <input
        key={state.values.revision}
        type="hidden"
        name="revision"
        defaultValue={state.values.revision}
      />
      <StateFields words={words} shown={shown} />
      <DetailFields words={words} shown={shown} operators={operators} />
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? t.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}
