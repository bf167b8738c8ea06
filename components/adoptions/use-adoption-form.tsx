'use client'

import type { FormState } from '#components/ui/form-state.ts'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import type { AdoptionFormWords } from './form-words.ts'
import type { Shown } from './typed-fields.tsx'

export type AdoptionFormState = FormState<string>
export type AdoptionFormAction = FormAction<string>

/** A form on an adoption: what useSentForm gives, and how its fields show it. */
export function useAdoptionForm(options: {
  id: string
  action: AdoptionFormAction
  address: string
  values: Record<string, string>
  words: AdoptionFormWords
}) {
  const { id, action, address, values, words } = options
  const sent = useSentForm<string>(action, values, address)
  const { state } = sent
  const shown: Shown = {
    idOf: (name) => `${id}-${name}`,
    values: state.values,
    fault: (name) => {
      const key = state.faults[name]
      return key === undefined ? undefined : words.t.faults[key as keyof typeof words.t.faults]
    },
    meanwhile: (name) => {
      const theirs = state.meanwhile?.[name]
      if (theirs === undefined) return null
      return (
        <p className="mt-2 border-warn border-l-4 bg-warn-soft px-3 py-2">
          <strong>{words.t.meanwhile}</strong> {theirs === '' ? words.t.meanwhileEmpty : theirs}
        </p>
      )
    },
  }
  return { ...sent, shown }
}
