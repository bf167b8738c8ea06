'use client'

import type { Locale } from '#components/i18n/locale.ts'
import { FormSummary } from '#components/ui/form-summary.tsx'
import type { AdoptionFormWords } from './form-words.ts'
import { StopFields } from './state-fields.tsx'
import { type AdoptionFormAction, useAdoptionForm } from './use-adoption-form.tsx'

interface EndFormProps {
  locale: Locale
  action: AdoptionFormAction
  address: string
  values: Record<string, string>
  words: AdoptionFormWords
  texts: { wrong: string; submit: string }
  adoption: number
  signIn: { href: string; label: string }
}

const FIELDS = ['stopReason', 'stoppedOn', 'stopNote'] as const

/** Says that a software is not used any more, since when and why. */
export function EndForm(props: EndFormProps) {
  const { locale, words, texts, adoption } = props
  const { t } = words
  const { state, failed, sending, formProps, shown } = useAdoptionForm({ id: 'end', ...props })
  return (
    <form {...formProps} className="grid gap-6">
      <FormSummary
        id="end-wrong"
        state={state}
        failed={failed}
        texts={{ ...t, wrong: texts.wrong }}
        signIn={props.signIn}
        fields={FIELDS.map((name) => ({
          id: shown.idOf(name),
          label: t[name],
          fault: shown.fault(name),
        }))}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="adoption" value={adoption} />
      <input
        key={state.values.revision}
        type="hidden"
        name="revision"
        defaultValue={state.values.revision}
      />
      <StopFields words={words} shown={shown} />
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? t.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}
