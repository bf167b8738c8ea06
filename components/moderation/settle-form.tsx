'use client'

import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { type ListingFieldGroup, ListingFields } from '#components/listings/listing-fields.tsx'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { ENTRY_FIELDS } from '#lib/software/rules/entry-form.ts'
import { type EntryChoices, EntryFields } from './entry-fields.tsx'

interface SettleFormProps {
  /** Unique in the page. */
  id: string
  locale: Locale
  action: FormAction<string>
  /** Of this very page. */
  address: string
  caseId: number
  t: Messages['moderation']['settle']
  signIn: { href: string; label: string }
  /** What may be decided, the first by the Enter key. */
  buttons: ReadonlyArray<{ decision: 'accept' | 'refuse'; label: string }>
  /** The box that also verifies a mail domain. */
  verify?: string | undefined
  /** The field that names an entry of the catalogue. */
  existing?: { label: string; hint: string; slugs: readonly string[] } | undefined
  /** The form of a project that was listed, to correct. */
  listing?: {
    values: Record<string, string>
    groups: readonly ListingFieldGroup[]
    faults: Readonly<Record<string, string>>
    title: string
  }
  /** What else is decided, each a box. */
  boxes?: ReadonlyArray<{ name: string; label: string }>
  /** The fields of a new entry. */
  entry?: (EntryChoices & { name: string; website: string }) | undefined
}

/** A decision with its reason; what else it takes depends on what is decided. */
export function SettleForm(props: SettleFormProps) {
  const { id, locale, action, address, caseId, t, signIn, buttons, verify, existing, entry } = props
  const { listing, boxes = [] } = props
  const empty = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, '']))
  const values = {
    reason: '',
    verifyDomain: '',
    existingSlug: '',
    ...Object.fromEntries(boxes.map(({ name }) => [name, ''])),
    ...listing?.values,
    ...(entry ? { ...empty, name: entry.name, website: entry.website } : {}),
  }
  const { state, failed, sending, formProps } = useSentForm<string>(action, values, address)
  const idOf = (field: string) => `${id}-${field}`
  const fault = (field: string) => {
    const key = state.faults[field]
    if (key === undefined) return undefined
    const texts: Record<string, string> = {
      ...entry?.t.faults,
      ...listing?.faults,
      ...t.faults,
    }
    return texts[key] ?? t.mend
  }
  const fields = [
    ...(existing ? [{ name: 'existingSlug', label: existing.label }] : []),
    ...(entry ? ENTRY_FIELDS.map((name) => ({ name, label: entry.t.fields[name] })) : []),
    ...(listing?.groups ?? []).flatMap((group) => group.fields),
    { name: 'reason', label: t.reason },
  ]
  return (
    <form {...formProps} className="grid gap-5">
      <FormSummary
        id={`${id}-wrong`}
        state={state}
        failed={failed}
        texts={t}
        signIn={signIn}
        fields={fields.map(({ name, label }) => ({ id: idOf(name), label, fault: fault(name) }))}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="caseId" value={caseId} />
      {existing ? (
        <FormField
          id={idOf('existingSlug')}
          label={existing.label}
          hint={existing.hint}
          fault={fault('existingSlug')}
        >
          {(tied) => (
            <>
              <input
                {...tied}
                name="existingSlug"
                type="text"
                required
                autoComplete="off"
                list={`${id}-near`}
                defaultValue={state.values.existingSlug}
                className="field"
              />
              <datalist id={`${id}-near`}>
                {existing.slugs.map((slug) => (
                  <option key={slug} value={slug} />
                ))}
              </datalist>
            </>
          )}
        </FormField>
      ) : null}
      {entry ? (
        <EntryFields idOf={idOf} values={state.values} fault={fault} choices={entry} />
      ) : null}
      {listing ? (
        <details className="panel" open={state.refusals > 0}>
          <summary className="min-h-8 font-semibold">{listing.title}</summary>
          <div className="mt-4 grid gap-8">
            <input type="hidden" name="listing" value="1" />
            <ListingFields
              groups={listing.groups}
              idOf={idOf}
              values={state.values}
              fault={fault}
            />
          </div>
        </details>
      ) : null}
      <FormField id={idOf('reason')} label={t.reason} hint={t.reasonHint} fault={fault('reason')}>
        {(tied) => (
          <textarea
            {...tied}
            name="reason"
            rows={4}
            required
            defaultValue={state.values.reason}
            className="field block"
          />
        )}
      </FormField>
      {verify ? (
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            name="verifyDomain"
            value="oui"
            defaultChecked={state.values.verifyDomain === 'oui'}
            className="mt-1 size-5"
          />
          <span>{verify}</span>
        </label>
      ) : null}
      {boxes.map(({ name, label }) => (
        <label key={name} className="flex items-start gap-3">
          <input
            type="checkbox"
            name={name}
            value="oui"
            defaultChecked={state.values[name] === 'oui'}
            className="mt-1 size-5 shrink-0"
          />
          <span>{label}</span>
        </label>
      ))}
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ decision, label }) => (
          <button
            key={decision}
            type="submit"
            name="decision"
            value={decision}
            className={decision === 'accept' ? 'button' : 'button button-quiet'}
            aria-disabled={sending}
          >
            {sending ? t.sending : label}
          </button>
        ))}
      </div>
    </form>
  )
}
