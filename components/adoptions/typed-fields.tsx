'use client'

import type { ReactNode } from 'react'
import { FormField } from '#components/ui/form-field.tsx'

/** What a form shows of its fields: typed values, what is wrong, what someone else wrote meanwhile. */
export interface Shown {
  idOf(name: string): string
  values: Record<string, string>
  fault(name: string): string | undefined
  meanwhile(name: string): ReactNode
}

interface FieldProps {
  shown: Shown
  name: string
  label: string
  hint: string
}

export function LineField({
  shown,
  name,
  label,
  hint,
  digits = false,
}: FieldProps & { digits?: boolean }) {
  return (
    <div>
      <FormField id={shown.idOf(name)} label={label} hint={hint} fault={shown.fault(name)}>
        {(tied) => (
          <input
            {...tied}
            name={name}
            type="text"
            inputMode={digits ? 'numeric' : undefined}
            autoComplete="off"
            defaultValue={shown.values[name]}
            className="field"
          />
        )}
      </FormField>
      {shown.meanwhile(name)}
    </div>
  )
}

export function TextField({ shown, name, label, hint }: FieldProps) {
  return (
    <div>
      <FormField id={shown.idOf(name)} label={label} hint={hint} fault={shown.fault(name)}>
        {(tied) => (
          <textarea
            {...tied}
            name={name}
            rows={3}
            defaultValue={shown.values[name]}
            className="field block"
          />
        )}
      </FormField>
      {shown.meanwhile(name)}
    </div>
  )
}

export function SelectionField({
  shown,
  name,
  label,
  hint,
  none,
  choices,
}: FieldProps & {
  /** The answer that is none; left out, one must be chosen. */
  none?: string
  choices: ReadonlyArray<readonly [value: string, label: string]>
}) {
  return (
    <div>
      <FormField id={shown.idOf(name)} label={label} hint={hint} fault={shown.fault(name)}>
        {(tied) => (
          <select {...tied} name={name} defaultValue={shown.values[name]} className="field">
            {none === undefined ? null : <option value="">{none}</option>}
            {choices.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {shown.meanwhile(name)}
    </div>
  )
}
