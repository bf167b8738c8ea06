import type { Choices, ProviderField } from './form-fields.ts'

/** A question with any number of answers, in groups; long ones are folded until they are needed. */
export function ChecksField({
  id,
  field,
  fault,
  value,
}: {
  /** Of its first box: where a link of the summary leads. */
  id: string
  field: Extract<ProviderField, { kind: 'checks' }>
  fault: string | undefined
  value: string
}) {
  const ticked = new Set(value.split(' '))
  return (
    <fieldset
      aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
      className={fault ? 'border-danger border-l-4 pl-4' : undefined}
    >
      <legend className="font-semibold">{field.label}</legend>
      <p id={`${id}-hint`} className="text-[0.95rem] text-muted">
        {field.hint}
      </p>
      {fault ? (
        <p id={`${id}-fault`} className="mt-1 font-semibold text-danger">
          {fault}
        </p>
      ) : null}
      {field.groups.map((group, at) => (
        <Group
          key={group.legend}
          name={field.name}
          firstId={at === 0 ? id : undefined}
          group={group}
          ticked={ticked}
        />
      ))}
    </fieldset>
  )
}

interface GroupProps {
  name: string
  firstId: string | undefined
  group: Choices
  ticked: ReadonlySet<string>
}

function Group(props: GroupProps) {
  const { legend, folded, choices } = props.group
  const boxes = <Boxes {...props} />
  if (legend === '') return boxes
  if (!folded) {
    return (
      <fieldset className="mt-3">
        <legend>{legend}</legend>
        {boxes}
      </fieldset>
    )
  }
  return (
    <details open={choices.some(({ value }) => props.ticked.has(value))} className="mt-3">
      <summary className="min-h-6 py-1 text-accent">{legend}</summary>
      {boxes}
    </details>
  )
}

function Boxes({ name, firstId, group, ticked }: GroupProps) {
  return (
    <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
      {group.choices.map((choice, at) => (
        <label key={choice.value} className="flex min-h-8 items-center gap-2">
          <input
            id={at === 0 ? firstId : undefined}
            type="checkbox"
            name={name}
            value={choice.value}
            defaultChecked={ticked.has(choice.value)}
            className="size-5 shrink-0 accent-accent"
          />
          <span className="first-letter:uppercase">{choice.label}</span>
        </label>
      ))}
    </div>
  )
}
