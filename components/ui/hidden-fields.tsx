/** What a form sends besides what is typed into it. */
export function HiddenFields({
  fields,
}: {
  fields: ReadonlyArray<readonly [name: string, value: string]>
}) {
  return fields.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}
