/** A labelled choice of a filter form; the empty value means "all". */
export function SelectField({
  id,
  name,
  label,
  value,
  all,
  options,
}: {
  id: string
  name: string
  label: string
  value: string | undefined
  all?: string
  options: ReadonlyArray<{ value: string; label: string }>
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <select id={id} name={name} defaultValue={value ?? ''} className="field">
        {all === undefined ? null : <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
