import { FormField } from '#components/ui/form-field.tsx'
import type { ListingField } from '#lib/listings/schema.ts'

interface Choice {
  value: string
  label: string
}

/** A field of a listing, plain enough to be sent to the browser. */
export interface ListingFieldSpec {
  name: ListingField
  label: string
  /** Where its value was read, then what it takes. */
  hint: string
  kind: 'line' | 'lines' | 'address' | 'choice' | 'several' | 'boxes'
  /** What is chosen from, in groups: one without a label is none. */
  choices?: ReadonlyArray<{ label: string; choices: readonly Choice[] }>
  none?: string
  /** Of the selects of `several`, the first apart. */
  labels?: readonly string[]
}

export interface ListingFieldGroup {
  legend: string
  fields: readonly ListingFieldSpec[]
}

interface Shown {
  idOf: (field: string) => string
  values: Readonly<Record<string, string>>
  fault: (field: string) => string | undefined
}

/** The fields of a listing by group, each with where its value was read. */
export function ListingFields({
  groups,
  ...shown
}: { groups: readonly ListingFieldGroup[] } & Shown) {
  return groups.map(({ legend, fields }) => (
    <fieldset key={legend} className="grid gap-5">
      <legend className="mb-4 font-semibold text-lg">{legend}</legend>
      {fields.map((field) => (
        <OneField key={field.name} field={field} {...shown} />
      ))}
    </fieldset>
  ))
}

function OneField({ field, idOf, values, fault }: { field: ListingFieldSpec } & Shown) {
  const { name, label, hint } = field
  const value = values[name] ?? ''
  if (field.kind === 'boxes') {
    const ticked = value.split(',')
    return (
      <fieldset id={idOf(name)} tabIndex={-1}>
        <legend className="font-semibold">{label}</legend>
        <p className="text-[0.95rem] text-muted">{hint}</p>
        {fault(name) ? <p className="mt-1 font-semibold text-danger">{fault(name)}</p> : null}
        <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
          {(field.choices ?? []).flatMap(({ choices }) =>
            choices.map((item) => (
              <label key={item.value} className="flex min-h-6 items-center gap-2">
                <input
                  type="checkbox"
                  name={name}
                  value={item.value}
                  defaultChecked={ticked.includes(item.value)}
                  className="size-5"
                />
                {item.label}
              </label>
            )),
          )}
        </div>
      </fieldset>
    )
  }
  return (
    <FormField id={idOf(name)} label={label} hint={hint} fault={fault(name)}>
      {(tied) => {
        const common = { ...tied, name, className: 'field' }
        if (field.kind === 'choice') {
          return (
            <select {...common} defaultValue={value}>
              <Options field={field} />
            </select>
          )
        }
        if (field.kind === 'several') {
          const chosen = value.split(',')
          return (
            <span className="grid gap-2">
              {(field.labels ?? []).map((nth, at) => (
                <select
                  key={nth}
                  {...(at === 0 ? tied : { 'aria-label': nth })}
                  name={name}
                  defaultValue={chosen[at] ?? ''}
                  className="field"
                >
                  <Options field={field} />
                </select>
              ))}
            </span>
          )
        }
        if (field.kind === 'lines') {
          return <textarea {...common} rows={6} defaultValue={value} className="field block" />
        }
        const type = field.kind === 'address' ? 'url' : 'text'
        return <input {...common} type={type} autoComplete="off" defaultValue={value} />
      }}
    </FormField>
  )
}

function Options({ field: { none, choices = [] } }: { field: ListingFieldSpec }) {
  const option = ({ value, label }: Choice) => (
    <option key={value} value={value}>
      {label}
    </option>
  )
  return (
    <>
      {none === undefined ? null : <option value="">{none}</option>}
      {choices.map((group) =>
        group.label === '' ? (
          group.choices.map(option)
        ) : (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map(option)}
          </optgroup>
        ),
      )}
    </>
  )
}
