'use client'

import type { FormTexts } from '#components/accounts/fields-form.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

export interface AssignedFile {
  id: number
  legend: string
  jurors: Array<{
    userId: string
    label: string
    note: string
    checked: boolean
    fixed: boolean
  }>
}

/** The jurors of each file, as boxes to tick; those that cannot change are said and sent as they are. */
export function AssignForm({
  action,
  address,
  hidden,
  files,
  texts,
  signIn,
}: {
  action: FormAction<string>
  address: string
  hidden: Record<string, string>
  files: readonly AssignedFile[]
  texts: FormTexts
  signIn: { href: string; label: string }
}) {
  const kept = Object.fromEntries(
    files.map(({ id, jurors }) => [
      `file-${id}`,
      jurors
        .filter(({ checked }) => checked)
        .map(({ userId }) => userId)
        .join(','),
    ]),
  )
  const { state, failed, sending, formProps } = useSentForm<string>(action, kept, address)
  const isChosen = (id: number, userId: string) =>
    (state.values[`file-${id}`] ?? '').split(',').includes(userId)
  return (
    <form {...formProps} className="mt-4 grid gap-4">
      <FormSummary
        id="assign-wrong"
        state={state}
        failed={failed}
        texts={texts}
        signIn={signIn}
        fields={[]}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-4 lg:grid-cols-2">
        {files.map((file) => (
          <fieldset key={file.id} className="panel min-w-0">
            <legend className="float-left mb-2 w-full font-semibold">{file.legend}</legend>
            <input type="hidden" name="file" value={file.id} />
            <div className="clear-both grid gap-1">
              {file.jurors.map((juror) => (
                <label key={juror.userId} className="flex min-h-8 items-baseline gap-3 py-1">
                  <input
                    type="checkbox"
                    name={`file-${file.id}`}
                    value={juror.userId}
                    defaultChecked={isChosen(file.id, juror.userId)}
                    disabled={juror.fixed}
                    className="size-5 shrink-0 translate-y-1 accent-accent"
                  />
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    {juror.label}
                    <span className="block text-[0.95rem] text-muted">{juror.note}</span>
                  </span>
                  {juror.fixed && juror.checked ? (
                    <input type="hidden" name={`file-${file.id}`} value={juror.userId} />
                  ) : null}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div>
        <button type="submit" className="button" aria-disabled={sending}>
          {sending ? texts.sending : texts.submit}
        </button>
      </div>
    </form>
  )
}
