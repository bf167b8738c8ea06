import { FormField } from '#components/ui/form-field.tsx'

interface Choice {
  value: string
  label: string
}

/** A field of the form of an entry, plain enough to be sent to the browser. */
export interface EditField {
  name: string
  label: string
  hint: string
  kind: 'text' | 'url' | 'lines' | 'choice' | 'ticks' | 'places'
  /** Lists with commas. */
  value: string
  choices?: readonly Choice[]
  /** Of `places`: several selects of one list, the first the main one. */
  groups?: ReadonlyArray<{ label: string; choices: readonly Choice[] }>
  none?: string
  placeLabels?: readonly string[]
  /** Who says what it holds, in a sentence, and where. */
  origin: { words: string; url: string }
  /** What others say of it. */
  otherwise: ReadonlyArray<{ says: string; value: string; where: string; url: string }>
}

/** The control of a field, with its label, hint and fault, and whatever stands below it. */
export function EditControl({
  field,
  id,
  value,
  fault,
  below,
}: {
  field: EditField
  id: string
  value: string
  fault: string | undefined
  below: React.ReactNode
}) {
  if (field.kind === 'ticks') {
    const ticked = value.split(',')
    return (
      <fieldset
        id={id}
        tabIndex={-1}
        aria-describedby={`${id}-hint`}
        className={fault ? 'border-danger border-l-4 pl-4' : undefined}
      >
        <legend className="font-semibold">{field.label}</legend>
        <p id={`${id}-hint`} className="text-[0.95rem] text-muted">
          {field.hint}
        </p>
        {fault ? <p className="mt-1 font-semibold text-danger">{fault}</p> : null}
        <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
          {field.choices?.map((item) => (
            <label key={item.value} className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                name={field.name}
                value={item.value}
                defaultChecked={ticked.includes(item.value)}
                className="size-5 shrink-0"
              />
              {item.label}
            </label>
          ))}
        </div>
        {below}
      </fieldset>
    )
  }
  return (
    <FormField id={id} label={field.label} hint={field.hint} fault={fault}>
      {(tied) => (
        <>
          <Single field={field} value={value} tied={tied} />
          {below}
        </>
      )}
    </FormField>
  )
}

function Single({ field, value, tied }: { field: EditField; value: string; tied: object }) {
  const { name, kind, choices = [], groups = [], none = '', placeLabels = [] } = field
  if (kind === 'lines') {
    return <textarea {...tied} name={name} defaultValue={value} rows={8} className="field block" />
  }
  if (kind === 'choice') {
    return (
      <select {...tied} name={name} defaultValue={value} className="field">
        <option value="">{none}</option>
        {choices.map(option)}
      </select>
    )
  }
  if (kind === 'places') {
    const chosen = value.split(',')
    return (
      <span className="grid gap-2">
        {placeLabels.map((label, at) => (
          <select
            key={label}
            {...(at === 0 ? tied : { 'aria-label': label })}
            name={name}
            defaultValue={chosen[at] ?? ''}
            className="field"
          >
            <option value="">{none}</option>
            {groups.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.choices.map(option)}
              </optgroup>
            ))}
          </select>
        ))}
      </span>
    )
  }
  return (
    <input
      {...tied}
      name={name}
      type={kind}
      defaultValue={value}
      autoComplete="off"
      className="field"
    />
  )
}

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)
