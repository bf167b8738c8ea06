interface Choice {
  value: string
  label: string
}

export interface TreeGroup {
  slug: string
  label: string
  /** The box that takes all of it. */
  whole: string
  functions: readonly Choice[]
}

/** A field of a form on the data of the label, plain enough to be sent to the browser. */
export interface DataField {
  name: string
  label: string
  hint: string
  /**
   * `ticks`: several of a few, kept as one text with commas; `tree`: functions of the catalogue, by group,
   * kept in the fields `functions` and `groups`; `locked`: text, sent back as it is.
   */
  kind: 'text' | 'lines' | 'choice' | 'time' | 'number' | 'tick' | 'ticks' | 'tree' | 'locked'
  value: string
  /** Of a locked field: what is shown of it. */
  shown?: string
  choices?: readonly Choice[]
  groups?: readonly TreeGroup[]
  /** Of a tree: the groups that are chosen whole. */
  wholes?: string
  rows?: number
}

/** The control of a field, tied to its hint and its fault. */
export function DataControl({
  id,
  field,
  value,
  wholes,
  fault,
}: {
  id: string
  field: DataField
  value: string
  /** Of a tree: the groups that are chosen whole. */
  wholes: string
  fault: string | undefined
}) {
  const { kind, name, choices = [] } = field
  const tied = {
    id,
    'aria-describedby': fault ? `${id}-fault ${id}-hint` : `${id}-hint`,
    'aria-invalid': fault ? (true as const) : undefined,
  }
  switch (kind) {
    case 'locked':
      return (
        <dl>
          <dt className="font-semibold">{field.label}</dt>
          <dd>{field.shown ?? value}</dd>
          <dd className="text-[0.95rem] text-muted">{field.hint}</dd>
          <input id={id} type="hidden" name={name} value={field.value} />
        </dl>
      )
    case 'lines':
      return (
        <textarea
          {...tied}
          name={name}
          rows={field.rows ?? 4}
          defaultValue={value}
          className="field block"
        />
      )
    case 'choice':
      return (
        <select {...tied} key={value} name={name} defaultValue={value} className="field">
          {choices.map(option)}
        </select>
      )
    case 'tick':
      return (
        <>
          <label className="flex min-h-6 items-center gap-2 font-semibold">
            <input {...tied} {...box(name, 'oui', value === 'oui')} />
            {field.label}
          </label>
          <Below id={id} hint={field.hint} fault={fault} />
        </>
      )
    case 'ticks':
      return (
        <fieldset id={id} tabIndex={-1} aria-describedby={tied['aria-describedby']}>
          <legend className="font-semibold">{field.label}</legend>
          <Below id={id} hint={field.hint} fault={fault} />
          <Boxes name={name} choices={choices} value={value} />
        </fieldset>
      )
    case 'tree':
      return <Tree id={id} field={field} value={value} wholes={wholes} fault={fault} />
    case 'time':
      // Seconds count: a browser shows them where the step says so.
      return (
        <input
          {...tied}
          name={name}
          type="datetime-local"
          step={1}
          defaultValue={value}
          className="field"
        />
      )
    default:
      return (
        <input
          {...tied}
          name={name}
          type="text"
          inputMode={kind === 'number' ? 'decimal' : undefined}
          autoComplete="off"
          defaultValue={value}
          className="field"
        />
      )
  }
}

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)

const box = (name: string, value: string, ticked: boolean) => ({
  ...{ type: 'checkbox', name, value, defaultChecked: ticked },
  className: 'size-5 shrink-0 accent-accent',
})

function Below({ id, hint, fault }: { id: string; hint: string; fault: string | undefined }) {
  return (
    <>
      <p id={`${id}-hint`} className="text-[0.95rem] text-muted">
        {hint}
      </p>
      {fault ? (
        <p id={`${id}-fault`} className="mt-1 font-semibold text-danger">
          {fault}
        </p>
      ) : null}
    </>
  )
}

function Boxes({
  name,
  choices,
  value,
}: {
  name: string
  choices: readonly Choice[]
  value: string
}) {
  const ticked = value.split(',')
  return (
    <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
      {choices.map((item) => (
        <label key={item.value} className="flex min-h-6 items-center gap-2">
          <input {...box(name, item.value, ticked.includes(item.value))} />
          {item.label}
        </label>
      ))}
    </div>
  )
}

/** Functions by group, each group closed until it is wanted or holds a choice. */
function Tree({
  id,
  field,
  value,
  wholes,
  fault,
}: {
  id: string
  field: DataField
  value: string
  wholes: string
  fault: string | undefined
}) {
  const chosen = value.split(',')
  const chosenWhole = wholes.split(',')
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={`${id}-hint`}>
      <legend className="font-semibold">{field.label}</legend>
      <Below id={id} hint={field.hint} fault={fault} />
      <div className="mt-2 grid gap-1">
        {(field.groups ?? []).map((group) => {
          const whole = chosenWhole.includes(group.slug)
          const open = whole || group.functions.some((item) => chosen.includes(item.value))
          return (
            <details key={group.slug} open={open}>
              <summary className="min-h-6 py-0.5">{group.label}</summary>
              <div className="mb-2 pl-5">
                <label className="flex min-h-6 items-center gap-2">
                  <input {...box('groups', group.slug, whole)} />
                  {group.whole}
                </label>
                <Boxes name={field.name} choices={group.functions} value={value} />
              </div>
            </details>
          )
        })}
      </div>
    </fieldset>
  )
}
