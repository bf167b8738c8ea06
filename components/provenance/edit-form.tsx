'use client'

import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { EditControl, type EditField } from './edit-control.tsx'

export interface EditFormProps {
  action: FormAction<string>
  /** Of this very page. */
  address: string
  fields: readonly EditField[]
  hidden: Record<string, string>
  /** Of the entry that the fields show. */
  revision: string
  texts: {
    wrong: string
    mend: string
    failed: string
    sending: string
    submit: string
    meanwhile: string
    meanwhileEmpty: string
    takeTheirs: string
  }
  /** The sentences of what may be wrong, by key. */
  faults: Record<string, string>
  signIn: { href: string; label: string }
}

const FORM = 'fiche'

/** All of an entry that a person corrects, each field with who says it and what others say. */
export function EditForm(props: EditFormProps) {
  const { action, address, fields, hidden, texts, faults, signIn } = props
  const filled = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  const { state, failed, sending, formProps } = useSentForm<string>(
    action,
    { ...filled, revision: props.revision } as Record<string, string>,
    address,
  )
  const idOf = (name: string) => `${FORM}-${name}`
  const fault = (name: string) => {
    const key = state.faults[name]
    return key === undefined ? undefined : (faults[key] ?? texts.mend)
  }
  const recorded = ({ name, choices, groups }: EditField) => {
    const value = state.meanwhile?.[name]
    if (value === undefined) return undefined
    const all = [...(choices ?? []), ...(groups ?? []).flatMap((group) => group.choices)]
    const word = (item: string) => all.find((choice) => choice.value === item)?.label ?? item
    const words = all.length > 0 ? value.split(',').map(word).join(', ') : value
    return `${texts.meanwhile} ${words || texts.meanwhileEmpty}`
  }
  return (
    <form {...formProps} className="grid gap-7">
      <FormSummary
        id={`${FORM}-wrong`}
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
        key={state.values.revision}
        type="hidden"
        name="revision"
        defaultValue={state.values.revision}
      />
      {fields.map((field) => (
        <EditControl
          key={field.name}
          field={field}
          id={idOf(field.name)}
          value={state.values[field.name] ?? ''}
          fault={fault(field.name)}
          below={<Below field={field} recorded={recorded(field)} />}
        />
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

function Below({ field, recorded }: { field: EditField; recorded: string | undefined }) {
  return (
    <span className="mt-1 grid gap-0.5 text-[0.95rem]">
      {recorded ? <span className="font-semibold">{recorded}</span> : null}
      <span className="text-muted">
        <Where words={field.origin.words} url={field.origin.url} />
      </span>
      {field.otherwise.map(({ says, value, where, url }) => (
        <span key={says} className="[overflow-wrap:anywhere]">
          {says} <q className="whitespace-pre-line">{value}</q>
          {where === '' ? null : (
            <span className="text-muted">
              {' '}
              (<Where words={where} url={url} />)
            </span>
          )}
        </span>
      ))}
    </span>
  )
}

function Where({ words, url }: { words: string; url: string }) {
  if (url === '') return words
  return (
    <a className="link" href={url} rel="noopener nofollow">
      {words}
    </a>
  )
}
