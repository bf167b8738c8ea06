'use client'

import type { ReactNode } from 'react'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { DataControl, type DataField } from './data-control.tsx'

export interface DataFormTexts {
  wrong: string
  mend: string
  failed: string
  sending: string
  submit: string
  meanwhile: string
  meanwhileEmpty: string
  takeTheirs: string
}

interface DataFormProps {
  /** Unique in the page. */
  id: string
  action: FormAction<string>
  /** Of this very page. */
  address: string
  fields: readonly DataField[]
  hidden: Record<string, string>
  /** Mark of what the fields were filled from; sent back, it says whether anyone changed it since. */
  stamp: string
  texts: DataFormTexts
  /** The sentences of what may be wrong, by key; a fault that is none of them is a sentence itself. */
  faults: Record<string, string>
  signIn: { href: string; label: string }
}

/** A form on what several people may edit: what is locked shows as text, what changed meanwhile is shown. */
export function DataForm(props: DataFormProps) {
  const { id, action, address, fields, hidden, texts, faults, signIn } = props
  const filled = Object.fromEntries([
    ...fields.map(({ name, value }) => [name, value]),
    ...fields.flatMap(({ wholes }) => (wholes === undefined ? [] : [['groups', wholes]])),
  ]) as Record<string, string>
  const { state, failed, sending, formProps } = useSentForm<string>(
    action,
    { ...filled, stamp: props.stamp },
    address,
  )
  const idOf = (name: string) => `${id}-${name}`
  const fault = (name: string) => {
    const key = state.faults[name]
    return key === undefined ? undefined : (faults[key] ?? key)
  }
  const recorded = ({ name, choices }: DataField) => {
    const value = state.meanwhile?.[name]
    if (value === undefined) return undefined
    const words = choices?.find((choice) => choice.value === value)?.label ?? value
    return `${texts.meanwhile} ${words || texts.meanwhileEmpty}`
  }
  return (
    <form {...formProps} className="grid gap-6">
      <FormSummary
        id={`${id}-wrong`}
        state={state}
        failed={failed}
        texts={texts}
        signIn={signIn}
        fields={fields.map((field) => ({
          id: idOf(field.name),
          label: field.label,
          fault: fault(field.name) ?? recorded(field),
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
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        key={state.values.stamp}
        type="hidden"
        name="stamp"
        defaultValue={state.values.stamp ?? ''}
      />
      {fields.map((field) => (
        <Row key={field.name} field={field} id={idOf(field.name)} fault={fault(field.name)}>
          {recorded(field)}
          <DataControl
            id={idOf(field.name)}
            field={field}
            value={state.values[field.name] ?? ''}
            wholes={state.values.groups ?? ''}
            fault={fault(field.name)}
          />
        </Row>
      ))}
      <div>
        {/* Not disabled while it is sent: that would drop the focus. */}
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? texts.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}

const GROUPED: ReadonlyArray<DataField['kind']> = ['ticks', 'tree', 'tick', 'locked']

/** A single control has its label; several have a legend of their own, drawn with them. */
function Row({
  field,
  id,
  fault,
  children,
}: {
  field: DataField
  id: string
  fault: string | undefined
  children: [meanwhile: string | undefined, control: ReactNode]
}) {
  const [meanwhile, control] = children
  const note = meanwhile ? <p className="mt-1 text-[0.95rem]">{meanwhile}</p> : null
  if (GROUPED.includes(field.kind)) {
    return (
      <div className={fault ? 'border-danger border-l-4 pl-4' : undefined}>
        {control}
        {note}
      </div>
    )
  }
  return (
    <FormField id={id} label={field.label} hint={field.hint} fault={fault}>
      {() => (
        <>
          {control}
          {note}
        </>
      )}
    </FormField>
  )
}
