'use client'

import type { Locale } from '#components/i18n/locale.ts'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { NameQuestion } from './name-question.tsx'

export interface NameOption {
  value: string
  label: string
  hint: string
}

export interface NameToDecide {
  id: number
  /** As the list writes it. */
  name: string
  sentences: readonly string[]
  /** What it means as far as is known, and facts on it; empty for nothing. */
  meaning: string
  meaningHint: string
  options: readonly NameOption[]
  /** Whether several of the options may be meant at once. */
  several: boolean
  chosen: string
  /** Whether another organisation can be looked for. */
  searches: boolean
  searchFor: string
  folded: boolean
}

/** Organisations that a search found, by the id of the name that it was for. */
export type FoundNames = Record<string, readonly NameOption[]>
export type DecideAction = FormAction<string, FoundNames>

export interface DecideTexts {
  wrong: string
  mend: string
  failed: string
  sending: string
  save: string
  search: string
  searchHint: string
  searchButton: string
  found: string
  notFound: string
  otherwise: string
}

interface DecideFormProps {
  locale: Locale
  action: DecideAction
  /** Of this very page. */
  address: string
  /** What goes with the form: the software, the list, what is shown of it. */
  hidden: Record<string, string>
  items: readonly NameToDecide[]
  texts: DecideTexts
  signIn: { href: string; label: string }
}

/** Names that a person decides one by one, a page at a time. */
export function DecideForm(props: DecideFormProps) {
  const { locale, action, address, hidden, items, texts, signIn } = props
  const values: Record<string, string> = {}
  for (const { id, chosen } of items) values[`choix-${id}`] = chosen
  const { state, failed, sending, formProps } = useSentForm<string, FoundNames>(
    action,
    values,
    address,
  )
  const found = state.outcome ?? {}
  const faults = items.flatMap(({ id, name }) => {
    const fault = state.faults[`autre-${id}`]
    const words = fault === 'not-found' ? texts.notFound : texts.found
    return fault === undefined ? [] : [{ id: `autre-${id}`, label: name, fault: words }]
  })
  return (
    <form {...formProps} className="mt-4 grid gap-6">
      <FormSummary
        id="decide-wrong"
        state={state}
        failed={failed}
        texts={texts}
        fields={faults}
        signIn={signIn}
      />
      <HiddenFields fields={[['locale', locale], ...Object.entries(hidden)]} />
      <ol className="grid gap-4">
        {items.map((item) => (
          <li key={item.id}>
            <NameQuestion
              item={item}
              found={found[String(item.id)]}
              fault={faults.find(({ id }) => id === `autre-${item.id}`)?.fault}
              chosen={state.values[`choix-${item.id}`] ?? item.chosen}
              typed={state.values[`autre-${item.id}`] ?? ''}
              texts={texts}
            />
          </li>
        ))}
      </ol>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? texts.sending : texts.save}
        </button>
      </div>
    </form>
  )
}
