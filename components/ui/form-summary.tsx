import type { FormState } from './form-state.ts'
import { TakesFocus } from './takes-focus.tsx'

/**
 * What is said above a form that was refused: why, and links to the fields to mend. It takes the focus.
 * @param fields in the order of the page, each with the id of its control, its label and what is wrong.
 */
export function FormSummary<Name extends string>({
  id,
  state,
  failed,
  texts,
  fields,
  signIn,
}: {
  /** Unique in the page. */
  id: string
  state: FormState<Name, unknown>
  failed: boolean
  texts: { wrong: string; mend: string; failed: string }
  fields: ReadonlyArray<{ id: string; label: string; fault: string | undefined }>
  /** The way to sign in, for a form that needs it. */
  signIn?: { href: string; label: string } | undefined
}) {
  const wrong = fields.filter((field) => field.fault !== undefined)
  if (!failed && state.refusal === undefined && wrong.length === 0) return null
  return (
    <TakesFocus
      key={state.refusals}
      labelledBy={id}
      className="rounded-lg border-2 border-danger p-4"
    >
      <h2 id={id} className="text-xl">
        {texts.wrong}
      </h2>
      <p className="mt-1">{failed ? texts.failed : (state.refusal ?? texts.mend)}</p>
      {state.signInNeeded && signIn ? (
        <p className="mt-2">
          <a className="link" href={signIn.href} target="_blank" rel="noopener">
            {signIn.label}
          </a>
        </p>
      ) : null}
      {wrong.length === 0 ? null : (
        <ul className="mt-2 list-disc pl-5">
          {wrong.map((field) => (
            <li key={field.id}>
              <a className="link" href={`#${field.id}`}>
                {field.label}
              </a>{' '}
              {field.fault}
            </li>
          ))}
        </ul>
      )}
    </TakesFocus>
  )
}
