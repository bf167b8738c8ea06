import type { Messages } from '#components/i18n/messages.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { ENTRY_FIELDS, type EntryField, MOST_FUNCTIONS } from '#lib/software/rules/entry-form.ts'

interface Choice {
  value: string
  label: string
}

export interface EntryChoices {
  /** Plain enough to be sent to the browser. */
  t: Pick<Messages['moderation']['proposal'], 'fields' | 'hints' | 'faults'>
  publishers: readonly Choice[]
  publisherNone: string
  kinds: readonly Choice[]
  kindNone: string
  functions: ReadonlyArray<{ label: string; choices: readonly Choice[] }>
  functionNone: string
  /** By place: the main one first. */
  functionLabels: readonly string[]
  platforms: readonly Choice[]
}

const LONG: readonly EntryField[] = ['descriptionFr', 'descriptionEn']
const ADDRESSES: readonly EntryField[] = ['publisherWebsite', 'repository', 'website', 'sourceUrl']

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)

/** The fields of a new entry, in the order in which they are judged. */
export function EntryFields({
  idOf,
  values,
  fault,
  choices,
}: {
  idOf: (field: string) => string
  values: Record<string, string>
  fault: (field: string) => string | undefined
  choices: EntryChoices
}) {
  const { t } = choices
  return ENTRY_FIELDS.map((field) => {
    const value = values[field] ?? ''
    if (field === 'platforms') {
      const ticked = value.split(',')
      return (
        <fieldset key={field} id={idOf(field)} tabIndex={-1}>
          <legend className="font-semibold">{t.fields[field]}</legend>
          <p className="text-[0.95rem] text-muted">{t.hints[field]}</p>
          {fault(field) ? <p className="mt-1 font-semibold text-danger">{fault(field)}</p> : null}
          <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
            {choices.platforms.map((item) => (
              <label key={item.value} className="flex min-h-6 items-center gap-2">
                <input
                  type="checkbox"
                  name="platforms"
                  value={item.value}
                  defaultChecked={ticked.includes(item.value)}
                  className="size-5"
                />
                {item.label}
              </label>
            ))}
          </div>
        </fieldset>
      )
    }
    if (field === 'functions') {
      const chosen = value.split(',')
      return (
        <FormField
          key={field}
          id={idOf(field)}
          label={t.fields[field]}
          hint={t.hints[field]}
          fault={fault(field)}
        >
          {(tied) => (
            <span className="grid gap-2">
              {Array.from({ length: MOST_FUNCTIONS }, (_, at) => (
                <select
                  key={choices.functionLabels[at]}
                  {...(at === 0 ? tied : { 'aria-label': choices.functionLabels[at] })}
                  name="functions"
                  defaultValue={chosen[at] ?? ''}
                  className="field"
                >
                  <option value="">{choices.functionNone}</option>
                  {choices.functions.map((group) => (
                    <optgroup key={group.label} label={group.label}>
                      {group.choices.map(option)}
                    </optgroup>
                  ))}
                </select>
              ))}
            </span>
          )}
        </FormField>
      )
    }
    return (
      <FormField
        key={field}
        id={idOf(field)}
        label={t.fields[field]}
        hint={t.hints[field]}
        fault={fault(field)}
      >
        {(tied) => {
          const common = { ...tied, name: field, defaultValue: value, className: 'field' }
          if (field === 'publisher' || field === 'publisherKind') {
            const [none, list] =
              field === 'publisher'
                ? [choices.publisherNone, choices.publishers]
                : [choices.kindNone, choices.kinds]
            return (
              <select {...common}>
                <option value="">{none}</option>
                {list.map(option)}
              </select>
            )
          }
          if (LONG.includes(field)) return <textarea {...common} rows={6} className="field block" />
          const type = ADDRESSES.includes(field) ? 'url' : 'text'
          return <input {...common} type={type} autoComplete="off" />
        }}
      </FormField>
    )
  })
}
