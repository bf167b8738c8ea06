'use client'

import { FormField } from '#components/ui/form-field.tsx'
import {
  EDITOR_FIELD_NAMES,
  EDITOR_FIELDS,
  type EditorField,
  type EditorFields,
} from '#lib/publiccode/rules/fields.ts'
import type { EditorTexts } from './findings.tsx'

/** A field for each main key; what is typed is told at once. */
export function KeyFields({
  fields,
  onWrite,
  t,
}: {
  fields: EditorFields
  onWrite: (field: EditorField, value: string) => void
  t: EditorTexts
}) {
  return (
    <div className="mt-3 grid gap-4">
      {EDITOR_FIELD_NAMES.map((name) => (
        <FormField
          key={name}
          id={`pc-${name}`}
          label={t.fields[name].label}
          hint={t.fields[name].hint}
          fault={undefined}
        >
          {(tied) => (
            <Control
              tied={tied}
              name={name}
              value={fields[name]}
              onChange={(value) => onWrite(name, value)}
              none={t.none}
            />
          )}
        </FormField>
      ))}
    </div>
  )
}

function Control({
  tied,
  name,
  value,
  onChange,
  none,
}: {
  tied: { id: string; 'aria-describedby': string }
  name: EditorField
  value: string
  onChange: (value: string) => void
  none: string
}) {
  const spec = EDITOR_FIELDS[name]
  if (spec.kind === 'choice') {
    return (
      <select
        {...tied}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field"
      >
        <option value="">{none}</option>
        {spec.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    )
  }
  const rows = { long: 6, lines: 4, text: 0, words: 0 }[spec.kind]
  return rows > 0 ? (
    <textarea
      {...tied}
      name={name}
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="field block"
    />
  ) : (
    <input
      {...tied}
      name={name}
      type="text"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="field"
    />
  )
}
