'use client'

import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { type ListingFieldGroup, ListingFields } from './listing-fields.tsx'

/** What completes a listing. It is kept at each press of a button, also where it is refused. */
export function ListingForm({
  locale,
  listingId,
  action,
  address,
  values,
  groups,
  faults,
  texts,
  signIn,
}: {
  locale: string
  listingId: number
  action: FormAction<string>
  /** Of this very page. */
  address: string
  values: Record<string, string>
  groups: readonly ListingFieldGroup[]
  /** The sentences of what may be wrong, by key. */
  faults: Readonly<Record<string, string>>
  texts: {
    wrong: string
    mend: string
    failed: string
    sending: string
    send: string
    save: string
  }
  signIn: { href: string; label: string }
}) {
  const { state, failed, sending, formProps } = useSentForm<string>(action, values, address)
  const idOf = (field: string) => `listing-${field}`
  const fault = (field: string) => {
    const key = state.faults[field]
    return key === undefined ? undefined : (faults[key] ?? texts.mend)
  }
  return (
    <form {...formProps} className="grid gap-10">
      <FormSummary
        id="listing-wrong"
        state={state}
        failed={failed}
        texts={texts}
        signIn={signIn}
        fields={groups.flatMap(({ fields }) =>
          fields.map(({ name, label }) => ({ id: idOf(name), label, fault: fault(name) })),
        )}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={listingId} />
      <ListingFields groups={groups} idOf={idOf} values={state.values} fault={fault} />
      <div className="flex flex-wrap gap-3">
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? texts.sending : texts.send}
        </button>
        <button
          type="submit"
          name="save"
          value="1"
          className="button button-quiet"
          aria-disabled={sending}
        >
          {texts.save}
        </button>
      </div>
    </form>
  )
}
